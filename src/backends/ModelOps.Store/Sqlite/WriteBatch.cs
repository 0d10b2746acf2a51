namespace ModelOps.Store.Sqlite;

/// <summary>Commits writes together: one that fails takes back its own work only.</summary>
internal sealed class WriteBatch(StoreConnection connection, string file) : IDisposable
{
    /// <summary>Runs and commits writes; every one of them gets its result or its failure.</summary>
    public async Task CommitAsync(IReadOnlyList<IPendingWrite> writes)
    {
        var done = new List<IPendingWrite>(writes.Count);
        try
        {
            await LockWait.RunAsync(file, () => connection.Execute("BEGIN IMMEDIATE"), CancellationToken.None).ConfigureAwait(false);
            foreach (var write in writes)
            {
                RunOne(write, done);
            }

            connection.Execute("COMMIT");
            done.ForEach(write => write.Complete());
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

    private void RunOne(IPendingWrite write, List<IPendingWrite> done)
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
            done.Add(write);
        }
        catch (Exception failure) when (connection.IsInTransaction)
        {
            connection.Execute("ROLLBACK TO one");
            write.Fail(failure);
        }

        connection.Execute("RELEASE one");
    }
}
