using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// An open connection that keeps the statements it has prepared: short forms for SQL with parameters, whose values never become part of the text.
/// </summary>
internal sealed class StoreConnection : IDisposable
{
    // All constant statements fit; the texts of searches, which follow their filters, come and go.
    private const int MaxPrepared = 100;

    private readonly SqliteConnection _connection;
    private readonly StatementCache<SqliteCommand> _commands;
    private readonly StatementCache<StoreStatement> _statements;
    private bool? _hasWorkspaces;
    private bool _hasRegularExpressions;

    /// <summary>Uses a connection, and disposes of it.</summary>
    public StoreConnection(SqliteConnection connection)
    {
        _connection = connection;
        _commands = new(MaxPrepared, Command);
        _statements = new(MaxPrepared, sql => new(Handle, sql));
    }

    /// <summary>SQLite's own connection.</summary>
    public sqlite3 Handle => _connection.Handle!;

    /// <summary>Whether a transaction is open; SQLite ends one by itself when the disk is full.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Whether the file has a workspace in the keys of the registry's tables.</summary>
    public bool HasWorkspaces => _hasWorkspaces ??=
        Scalar("SELECT 1 FROM pragma_table_info('registered_models') WHERE name = 'workspace'") is not null;

    /// <summary>Opens a connection with the settings that every use of a store's file needs.</summary>
    /// <param name="connectionString">What to open, and how.</param>
    /// <param name="first">Statements before all others.</param>
    public static StoreConnection Open(string connectionString, string first = "")
    {
        var opened = new StoreConnection(new SqliteConnection(connectionString));
        try
        {
            opened.Connect(first);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Makes <c>REGEXP</c> work.</summary>
    public void AddRegularExpressions()
    {
        if (!_hasRegularExpressions)
        {
            RegularExpressions.AddTo(_connection);
            _hasRegularExpressions = true;
        }
    }

    /// <summary>How many statements are kept.</summary>
    internal int PreparedCount => _commands.Count + _statements.Count;

    /// <summary>Runs statements.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var lease = _commands.Rent(sql);
        return Bind(lease.Statement, parameters).ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null when there is no row or it is NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var lease = _commands.Rent(sql);
        return Bind(lease.Statement, parameters).ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var lease = _commands.Rent(sql);
        using var reader = Bind(lease.Statement, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>A statement to run for many rows, kept like all others.</summary>
    public StatementCache<StoreStatement>.Lease Statement(string sql) => _statements.Rent(sql);

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
        _commands.Dispose();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Connect(string first)
    {
        _connection.Open();

        // The file may come from anywhere: what its schema calls is not trusted.
        Execute(first + "PRAGMA busy_timeout = 1000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
    }

    private static SqliteCommand Bind(SqliteCommand command, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    // The SQL is always made of constants of these assemblies.
    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
