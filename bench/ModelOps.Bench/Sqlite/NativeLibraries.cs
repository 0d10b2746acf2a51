using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ModelOps.Bench.Sqlite;

/// <summary>One native SQLite, the operating system's or the bundled one: from nothing to an open file, inserts, and reads by key.</summary>
internal static class NativeLibraries
{
    private const int Rows = 100_000;
    private const int Commits = 200;

    /// <summary>Measures in a directory of its own.</summary>
    /// <param name="library">A library to load in place of the bundled one; null for that one.</param>
    public static void Run(string? library)
    {
        var directory = Directory.CreateTempSubdirectory("modelops-sqlite-");
        var start = Stopwatch.GetTimestamp();
        if (library is not null)
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (_, _, _) => NativeLibrary.Load(library));
        }

        Batteries_V2.Init();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(directory.FullName, "a.db")};Pooling=False"))
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE tags (name TEXT, version INTEGER, value TEXT, PRIMARY KEY (name, version));");
            var open = Stopwatch.GetElapsedTime(start);
            var insert = Insert(connection);
            var read = Read(connection);
            var commit = Commit(connection);
            string[] figures = [connection.ServerVersion, Text(open), Text(insert), Text(read), Text(commit)];
            Console.WriteLine(string.Join(' ', figures));
        }

        directory.Delete(recursive: true);
    }

    private static TimeSpan Insert(SqliteConnection connection)
    {
        var start = Stopwatch.GetTimestamp();
        using var transaction = connection.BeginTransaction();
        for (var row = 0; row < Rows; row++)
        {
            Add(connection, row);
        }

        transaction.Commit();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Read(SqliteConnection connection)
    {
        var start = Stopwatch.GetTimestamp();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM tags WHERE name = 'model' AND version = $row";
        var row = command.Parameters.Add("$row", SqliteType.Integer);
        for (var number = 0; number < Rows; number++)
        {
            row.Value = number;
            command.ExecuteScalar();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Commit(SqliteConnection connection)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < Commits; number++)
        {
            Add(connection, Rows + number);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static void Add(SqliteConnection connection, int row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO tags VALUES ('model', $row, 'a value as long as most')";
        command.Parameters.AddWithValue("$row", row);
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Text(TimeSpan time) => time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
