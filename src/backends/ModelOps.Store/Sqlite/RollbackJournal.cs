using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Store.Sqlite;

/// <summary>Takes a file out of write-ahead mode, which needs memory that the processes of all machines share.</summary>
internal static class RollbackJournal
{
    // SQLITE_READONLY and SQLITE_CANTOPEN: what cannot be written is read as it is.
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    /// <summary>Sets the mode, unless it is that already; what a log holds is taken into the file.</summary>
    /// <param name="path">The file, which is there.</param>
    /// <param name="deadline">How long others may keep it open.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ModelOpsException">Others had it open all the time (MOP2123).</exception>
    public static async Task SetAsync(string path, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            await LockWait.RunAsync(path, () => Set(path), cancellationToken, deadline).ConfigureAwait(false);
        }
        catch (ModelOpsException failure) when (failure.ExitCode == ExitCode.RemoteFailure)
        {
            throw StoreErrors.SharedWriteAhead(path, failure);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is ReadOnly or CannotOpen)
        {
            // Whoever reads next, says it or reads without the index.
        }
    }

    // With the lock of the whole file SQLite keeps the log's index to itself: no memory is shared, and nobody else has the file open meanwhile.
    private static bool Set(string path)
    {
        var form = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 1, Pooling = false };
        using var connection = StoreConnection.Open(form.ToString(), "PRAGMA locking_mode = EXCLUSIVE;");
        connection.Scalar("PRAGMA journal_mode = DELETE");
        return true;
    }
}
