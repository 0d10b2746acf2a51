using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Store.Sqlite;

/// <summary>Takes a file out of write-ahead mode, which needs memory that the processes of all machines share.</summary>
internal static class RollbackJournal
{
    // SQLITE_READONLY, SQLITE_IOERR_LOCK and SQLITE_CANTOPEN: the file cannot be written, or not be locked for writing.
    private const int ReadOnly = 8;
    private const int LockFailed = 3850;
    private const int CannotOpen = 14;

    /// <summary>Sets the mode, unless it is that already; what a log holds is taken into the file.</summary>
    /// <param name="path">The file, which is there.</param>
    /// <param name="deadline">How long others may keep it open.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether the file can be written; one that cannot is as it was.</returns>
    /// <exception cref="ModelOpsException">Others had it open all the time (MOP2123, exit 6), or it cannot be used at all (MOP2011, exit 2).</exception>
    public static async Task<bool> SetAsync(string path, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await LockWait.RunAsync(path, () => Set(path), cancellationToken, deadline).ConfigureAwait(false);
        }
        catch (ModelOpsException failure) when (failure.ExitCode == ExitCode.RemoteFailure)
        {
            throw StoreErrors.SharedWriteAhead(path, failure);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is ReadOnly or CannotOpen || error.SqliteExtendedErrorCode == LockFailed)
        {
            return false;
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Unusable($"'{path}' cannot be used: {error.Message}", error);
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
