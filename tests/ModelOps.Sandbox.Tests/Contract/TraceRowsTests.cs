using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>What a real server had in its tables after the captured calls is in ours: a real server may go on with the file.</summary>
public sealed class TraceRowsTests
{
    private static readonly string[] Tables =
        ["trace_info", "trace_tags", "trace_request_metadata", "trace_metrics", "spans", "span_metrics", "assessments", "entity_associations"];

    // Drawn or read from the clock by whoever writes.
    private static readonly string[] Volatile = ["assessment_id", "association_id", "created_time", "last_updated_timestamp", "overrides"];

    [Fact]
    public async Task The_tables_hold_what_a_real_server_has_in_them()
    {
        using var directory = new TempDirectory();
        var file = directory.File("rows.db");
        await ContractRun.KeepAsync("3.11", CapturedCase.LoadSequences("3.11")[1], file);
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var captured = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "tests", "Wire", "3.11", "genai-rows.json")));

        var rows = Tables
            .SelectMany(table => captured.RootElement.GetProperty("tables").GetProperty(table).EnumerateArray().Select(row => (Table: table, Row: row)))
            .ToList();

        var missing = rows
            .Where(one => !HasPrices(one.Row) && !IsThere(connection, one.Table, one.Row))
            .Select(one => $"{one.Table}: {one.Row.GetRawText()}")
            .ToList();

        Assert.True(rows.Count > 60);
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    // The sandbox has no table of prices.
    private static bool HasPrices(JsonElement row) => row.GetRawText() is { } text
        && text.Contains("0000000065", StringComparison.Ordinal) && text.Contains("cost", StringComparison.Ordinal);

    private static bool IsThere(SqliteConnection connection, string table, JsonElement row)
    {
        using var command = connection.CreateCommand();
        var conditions = new List<string>();
        foreach (var column in row.EnumerateObject().Where(column => !Volatile.Contains(column.Name) && !IsTimeOfTheServer(column.Name, column.Value)))
        {
            var name = "$c" + conditions.Count.ToString(CultureInfo.InvariantCulture);
            conditions.Add($"\"{column.Name}\" IS {name}");
            command.Parameters.AddWithValue(name, ValueOf(column.Value));
        }

        command.CommandText = $"SELECT COUNT(*) FROM {table} WHERE {string.Join(" AND ", conditions)}";
        return (long)command.ExecuteScalar()! > 0;
    }

    // Times that the calls brought are of the year before.
    private static bool IsTimeOfTheServer(string column, JsonElement value) =>
        column == "created_timestamp" && value.GetInt64() > DateTimeOffset.Parse("2026-01-01Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => DBNull.Value,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        _ => value.GetString()!,
    };
}
