namespace ModelOps.Store.Sqlite;

/// <summary>
/// Commits writes together: one that fails takes back its own work only. Nobody gets an answer before the commit, a failure neither: what it says may be
/// about another write of the batch, which no reader sees yet.
/// </summary>
internal sealed class WriteBatch(StoreConnection connection, string file) : IDisposable
{
    /// <summary>Runs and commits writes; every one of them gets its result or its failure.</summary>
    public async Task CommitAsync(IReadOnlyList<IPendingWrite> writes)
    {
        var answers = new List<Action>(writes.Count);
        try
        {
            await LockWait.RunAsync(file, () => connection.Execute("BEGIN IMMEDIATE"), CancellationToken.None).ConfigureAwait(false);
            foreach (var write in writes)
            {
                RunOne(write, answers);
            }

            connection.Execute("COMMIT");
            answers.ForEach(answer => answer());
        }
        catch (Exception failure)
        {
            // Whatever went wrong, nothing was committed: whoever has no answer yet gets this one.
            connection.RollBack();
            foreach (var write in writes)
            {
                write.Fail(failure);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => connection.Dispose();

    private void RunOne(IPendingWrite write, List<Action> answers)
    {
        if (write.IsAbandoned)
        {
            write.Fail(new OperationCanceledException());
            return;
        }

        connection.Execute("SAVEPOINT one");
        try
        {
            write.Run(connection);
            answers.Add(write.Complete);
        }
        catch (Exception failure) when (connection.IsInTransaction)
        {
            connection.Execute("ROLLBACK TO one");
            answers.Add(() => write.Fail(failure));
        }

        connection.Execute("RELEASE one");
    }
}
