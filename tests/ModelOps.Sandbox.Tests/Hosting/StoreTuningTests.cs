using Microsoft.Data.Sqlite;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;

namespace ModelOps.Sandbox.Tests.Hosting;

public sealed class StoreTuningTests : IDisposable
{
    private const string Page =
        """
        EXPLAIN QUERY PLAN SELECT v.source FROM model_versions v WHERE v.workspace = 'default' AND v.current_stage <> 'Deleted_Internal'
        ORDER BY v.last_updated_time DESC, v.name ASC, v.version DESC LIMIT 100
        """;

    private readonly TempDirectory _directory = new();

    [Fact]
    public async Task A_store_that_stays_has_the_indexes_of_MLflow_and_no_others()
    {
        var file = _directory.File("mlflow.db");
        await using (await StartAsync(file))
        {
        }

        var indexes = Read(file, "SELECT name FROM sqlite_master WHERE type = 'index'");
        Assert.DoesNotContain(indexes, name => name.StartsWith("modelops", StringComparison.Ordinal));
        Assert.Contains("index_metrics_run_uuid_key_step", indexes);
    }

    [Fact]
    public async Task A_throw_away_store_is_not_sorted_for_a_page_of_versions()
    {
        await using var server = await StartAsync(file: null);

        var plan = string.Join(' ', Read(server.StoreFile, Page, column: 3));

        Assert.Contains("modelops_versions_by_time", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private static Task<SandboxServer> StartAsync(string? file) =>
        SandboxServer.StartAsync(new SandboxOptions { StoreFile = file }, TimeProvider.System, CancellationToken.None);

    private static List<string> Read(string file, string sql, int column = 0)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(column));
        }

        return rows;
    }
}
