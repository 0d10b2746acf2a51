using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// An open connection that keeps the statements it has prepared: short forms for SQL with parameters, whose values never become part of the text.
/// </summary>
internal sealed class StoreConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoreStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>Whether a transaction is open; SQLite ends one by itself when the disk is full.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Opens a connection with the settings that every use of a store's file needs.</summary>
    public static StoreConnection Open(string connectionString)
    {
        var opened = new StoreConnection(new SqliteConnection(connectionString));
        try
        {
            opened.Connect();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or it is NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Prepare(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>A statement to run for many rows, kept like all others.</summary>
    public StoreStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new(connection.Handle!, sql));
        }

        return statement;
    }

    /// <summary>Runs an action in a transaction, which is committed unless the action throws.</summary>
    /// <param name="isWriter">Whether the write lock is taken at the start, so that nothing that was read can change before it is written.</param>
    /// <param name="action">The action.</param>
    public T InTransaction<T>(bool isWriter, Func<StoreConnection, T> action)
    {
        Execute(isWriter ? "BEGIN IMMEDIATE" : "BEGIN");
        try
        {
            var result = action(this);
            Execute("COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Ends the transaction, if SQLite has not ended it by itself already.</summary>
    public void RollBack()
    {
        if (IsInTransaction)
        {
            Execute("ROLLBACK");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void Connect()
    {
        connection.Open();

        // The file may come from anywhere: what its schema calls is not trusted.
        Execute("PRAGMA busy_timeout = 1000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
    }

    // The SQL is always made of constants of these assemblies.
    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
