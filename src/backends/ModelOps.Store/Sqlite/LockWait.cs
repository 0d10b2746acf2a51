using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ModelOps.Store.Sqlite;

/// <summary>Does again what the locks of other processes have kept from happening, up to a deadline.</summary>
internal static class LockWait
{
    // SQLITE_BUSY and SQLITE_LOCKED.
    private const int Busy = 5;
    private const int Locked = 6;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Runs an action until no lock is in its way.</summary>
    /// <param name="file">The SQLite file, for the message.</param>
    /// <param name="action">The action; leaves nothing behind when a lock is in its way.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="deadline">How long; 60 seconds if it is not given.</param>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">The file was locked all the time (MOP2002).</exception>
    public static async Task<T> RunAsync<T>(string file, Func<T> action, CancellationToken cancellationToken, TimeSpan? deadline = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return action();
            }
            catch (SqliteException error) when (error.SqliteErrorCode is Busy or Locked)
            {
                if (Stopwatch.GetElapsedTime(started) > (deadline ?? Deadline))
                {
                    throw StoreErrors.Busy(file, deadline ?? Deadline, error);
                }

                await Task.Delay(Random.Shared.Next(5, 50), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
