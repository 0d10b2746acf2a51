using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.IO;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// Reads a file in write-ahead mode where the index beside it cannot be made, as on a read-only file system. Without a log the file is all there is;
/// with one the index is kept in memory. Neither takes locks, so what was read while the files changed is read again.
/// </summary>
internal static class UnwritableFile
{
    // SQLITE_BUSY, SQLITE_READONLY and SQLITE_CANTOPEN.
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    // With a journal that could not be taken back the file is between two states.
    private static string Journal(string path) => path + "-journal";

    private static string Log(string path) => path + "-wal";

    /// <summary>Whether a failure may be one of the index, and the file can be read without it.</summary>
    public static bool MayBeRead(SqliteException error, string path) =>
        error.SqliteErrorCode is ReadOnly or CannotOpen && File.Exists(path) && !File.Exists(Journal(path));

    /// <summary>Whether a failure is that of a file that cannot be written.</summary>
    public static bool IsReadOnly(SqliteException error) => error.SqliteErrorCode == ReadOnly;

    /// <summary>Whether a failure is that of a file that cannot be written, or cannot be made in its directory.</summary>
    public static bool IsReadOnly(SqliteException error, string path) =>
        IsReadOnly(error) || (error.SqliteErrorCode == CannotOpen && !Path.Exists(path) && !TakesFiles(path));

    /// <summary>Runs an action on a connection of its own.</summary>
    /// <exception cref="SqliteException">The file changed meanwhile (busy), it cannot be read this way either, or the action writes.</exception>
    public static T Read<T>(string path, Func<StoreConnection, T> action)
    {
        var before = Stamp(path);
        T result;
        try
        {
            result = ReadOnce(path, action);
        }
        catch (SqliteException error) when (!IsReadOnly(error) && Stamp(path) != before)
        {
            throw Changed();
        }

        return Stamp(path) == before ? result : throw Changed();
    }

    private static SqliteException Changed() => new("The file changed while it was read.", Busy);

    private static bool TakesFiles(string path)
    {
        try
        {
            using var trial = StagedFile.Create(path, 0);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static T ReadOnce<T>(string path, Func<StoreConnection, T> action)
    {
        var form = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 1, Pooling = false };
        var hasLog = File.Exists(Log(path));
        if (hasLog)
        {
            form.Vfs = OperatingSystem.IsWindows() ? "win32-none" : "unix-none";
        }
        else
        {
            form.DataSource = LocalLocation.ToUri(path) + "?immutable=1";
        }

        using var connection = StoreConnection.Open(form.ToString(), hasLog ? "PRAGMA locking_mode = EXCLUSIVE;" : "");
        return action(connection);
    }

    private static (DateTime, long, DateTime, long) Stamp(string path)
    {
        var (file, log) = (new FileInfo(path), new FileInfo(Log(path)));
        return (file.LastWriteTimeUtc, file.Exists ? file.Length : 0, log.LastWriteTimeUtc, log.Exists ? log.Length : -1);
    }
}
