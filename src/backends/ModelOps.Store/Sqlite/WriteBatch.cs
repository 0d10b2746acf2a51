namespace ModelOps.Store.Sqlite;

/// <summary>
/// Commits writes together: one that fails takes back its own work only; the others of its batch are then run again. Nobody gets an answer before the
/// commit, a failure neither: what it says may be about another write of the batch, which no reader sees yet.
/// </summary>
internal sealed class WriteBatch(StoreConnection connection, string file) : IDisposable
{
    /// <summary>Runs and commits writes; every one of them gets its result or its failure.</summary>
    public async Task CommitAsync(IReadOnlyList<IPendingWrite> writes)
    {
        try
        {
            await BeginAsync().ConfigureAwait(false);
            var answers = new List<Action>(writes.Count);
            if (!TryRunAll(writes, answers))
            {
                connection.RollBack();
                await BeginAsync().ConfigureAwait(false);
                answers.Clear();
                foreach (var write in writes)
                {
                    RunOne(write, answers);
                }
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

    private Task<int> BeginAsync() => LockWait.RunAsync(file, () => connection.Execute("BEGIN IMMEDIATE"), CancellationToken.None);

    // Nearly always all of them succeed: a savepoint, for which SQLite keeps a copy of every page that is changed after it, is for when one does not. A
    // write that is alone needs none, and is not run again.
    private bool TryRunAll(IReadOnlyList<IPendingWrite> writes, List<Action> answers)
    {
        foreach (var write in writes)
        {
            if (IsGivenUp(write))
            {
                continue;
            }

            try
            {
                write.Run(connection);
                answers.Add(write.Complete);
            }
            catch (Exception) when (writes.Count > 1 && connection.IsInTransaction)
            {
                return false;
            }
        }

        return true;
    }

    private void RunOne(IPendingWrite write, List<Action> answers)
    {
        if (IsGivenUp(write))
        {
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
    private static bool IsGivenUp(IPendingWrite write)
    {
        var isGivenUp = write.IsAbandoned;
        if (isGivenUp)
        {
            write.Fail(new OperationCanceledException());
        }

        return isGivenUp;
    }
}
