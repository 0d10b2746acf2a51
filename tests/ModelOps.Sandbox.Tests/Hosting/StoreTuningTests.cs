using Microsoft.Data.Sqlite;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Sandbox;
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

    [Fact]
    public async Task A_store_of_MLflow_2_is_refused_at_the_start_with_what_to_do()
    {
        var file = _directory.File("old.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('0584bdc529eb')";
            command.ExecuteNonQuery();
        }

        var before = await File.ReadAllBytesAsync(file);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => StartAsync(file));

        var problem = Assert.Single(failure.Diagnostics);
        Assert.Equal("MOP2011", problem.Descriptor.Code);
        Assert.Contains($"'{file}' is a store of MLflow 2.22", problem.Message, StringComparison.Ordinal);
        Assert.Contains("mlflow db upgrade", problem.Message, StringComparison.Ordinal);
        Assert.Contains("behaves-like", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
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
