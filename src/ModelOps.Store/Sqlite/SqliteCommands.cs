using Microsoft.Data.Sqlite;

namespace ModelOps.Store.Sqlite;

/// <summary>Short forms for SQL with parameters; values never become part of the text.</summary>
internal static class SqliteCommands
{
    /// <summary>Runs statements.</summary>
    /// <returns>Rows changed.</returns>
    public static int Execute(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Make(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null when there is no row or it is NULL.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Make(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Make(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>A text column; empty for NULL.</summary>
    public static string Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    /// <summary>A column of epoch milliseconds; null for NULL. A number beyond any date becomes the nearest date.</summary>
    public static DateTimeOffset? Time(this SqliteDataReader reader, int column) => reader.IsDBNull(column)
        ? null
        : DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(
            reader.GetInt64(column), DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));

    // The SQL is always a constant of this assembly.
    private static SqliteCommand Make(this SqliteConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
