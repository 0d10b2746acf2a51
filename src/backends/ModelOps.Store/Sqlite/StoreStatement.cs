using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>A prepared statement that runs for many rows: what stays the same is bound once, and nothing is allocated for a row.</summary>
internal sealed class StoreStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares a statement.</summary>
    /// <param name="database">An open connection.</param>
    /// <param name="sql">The statement, its parameters named <c>?1</c>, <c>?2</c> and so on.</param>
    public StoreStatement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
    }

    public StoreStatement Bind(int position, string value) => Check(raw.sqlite3_bind_text(_statement, position, value));

    public StoreStatement Bind(int position, long value) => Check(raw.sqlite3_bind_int64(_statement, position, value));

    public StoreStatement Bind(int position, double value) => Check(raw.sqlite3_bind_double(_statement, position, value));

    /// <summary>Runs the statement; what is bound stays bound.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _statement.Dispose();

    private StoreStatement Check(int result)
    {
        SqliteException.ThrowExceptionForRC(result, _database);
        return this;
    }
}
