using SQLitePCL;

namespace ModelOps.Testing;

/// <summary>
/// Counts the instructions that SQLite runs on a connection while it is watched: what a call costs, whatever else the machine does.
/// </summary>
public sealed class SqliteSteps : IDisposable
{
    private readonly sqlite3 _connection;

    private SqliteSteps(sqlite3 connection)
    {
        _connection = connection;
        raw.sqlite3_progress_handler(connection, 1, _ => Note(), null);
    }

    /// <summary>Instructions so far.</summary>
    public long Count { get; private set; }

    /// <summary>Begins to count.</summary>
    public static SqliteSteps Watch(sqlite3 connection) => new(connection);

    /// <summary>What an action costs.</summary>
    public static long Of(sqlite3 connection, Action action)
    {
        using var steps = Watch(connection);
        action();
        return steps.Count;
    }

    /// <inheritdoc />
    public void Dispose() => raw.sqlite3_progress_handler(_connection, 0, null, null);

    private int Note()
    {
        Count++;
        return 0;
    }
}
