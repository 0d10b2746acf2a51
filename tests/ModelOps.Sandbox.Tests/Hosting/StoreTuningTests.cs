using Microsoft.Data.Sqlite;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Hosting;

public sealed class StoreTuningTests : IDisposable
{
    private const string Page =
        """
        EXPLAIN QUERY PLAN SELECT v.source FROM model_versions v WHERE v.workspace = 'default' AND v.current_stage <> 'Deleted_Internal'
        ORDER BY v.last_updated_time DESC, v.name ASC, v.version DESC LIMIT 100
        """;

    private const string Objects = "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'modelops%' ORDER BY name";

    private readonly TempDirectory _directory = new();

    [Fact]
    public async Task A_store_that_stays_has_all_of_MLflow_and_only_indexes_beside_it()
    {
        var file = MakeFileOfMlflow();
        var before = Read(file, Objects);
        await using (await StartAsync(file))
        {
        }

        Assert.Equal(before, Read(file, Objects));
        Assert.Equal(["index"], Read(file, "SELECT DISTINCT type FROM sqlite_master WHERE name LIKE 'modelops%'"));
        Assert.Equal([StoreSchema.Current], Read(file, "SELECT version_num FROM alembic_version"));
        Assert.Equal(["ok"], Read(file, "PRAGMA integrity_check"));
        AssertIsNotSorted(file);
    }

    [Fact]
    public async Task An_index_that_is_gone_or_was_copied_by_a_migration_without_its_directions_is_made_again()
    {
        var file = MakeFileOfMlflow();
        await using (await StartAsync(file))
        {
            // The file is changed beside the server, which goes on.
            Execute(file, "DROP INDEX modelops_versions_of_model");
            Execute(file, "DROP INDEX modelops_versions_by_time");
            Execute(file, "CREATE INDEX modelops_versions_by_time ON model_versions (workspace, last_updated_time, name, version, current_stage)");
        }

        await using (await StartAsync(file))
        {
        }

        AssertIsNotSorted(file);
        Assert.Contains("modelops_versions_of_model", Read(file, "SELECT name FROM sqlite_master WHERE type = 'index'"));
    }

    [Fact]
    public async Task A_store_that_is_only_read_stays_as_it_is()
    {
        var file = MakeFileOfMlflow();
        var before = await File.ReadAllBytesAsync(file);
        await using (var catalog = await TestCatalogs.OpenAsync($"sqlite:///{file}", _directory.Path))
        {
            Assert.Empty(await catalog.Registry.ListModelsAsync(CancellationToken.None).ToListAsync());
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_throw_away_store_is_not_sorted_for_a_page_of_versions()
    {
        await using var server = await StartAsync(file: null);

        AssertIsNotSorted(server.StoreFile);
    }

    public void Dispose() => _directory.Dispose();

    private static Task<SandboxServer> StartAsync(string? file) =>
        SandboxServer.StartAsync(new SandboxOptions { StoreFile = file }, TimeProvider.System, CancellationToken.None);

    private static void AssertIsNotSorted(string file)
    {
        var plan = string.Join(' ', Read(file, Page, column: 3));
        Assert.Contains("modelops_versions_by_time", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static void Execute(string file, params ReadOnlySpan<string> statements)
    {
        SqliteLibrary.EnsureLoaded();
        using var connection = StoreConnection.Open($"Data Source={file};Pooling=False");
        foreach (var statement in statements)
        {
            connection.Execute(statement);
        }
    }

    private string MakeFileOfMlflow()
    {
        var file = _directory.File("mlflow.db");
        Execute(
            file,
            File.ReadAllText(Path.Combine(TestFiles.Root, "tests", "ModelOps.Store.Tests", "Data", "schema-3.11.sql")),
            $"INSERT INTO alembic_version VALUES ('{StoreSchema.Current}')",
            "INSERT INTO workspaces (name) VALUES ('default')",
            "INSERT INTO experiments (experiment_id, name, lifecycle_stage) VALUES (0, 'Default', 'active')");
        return file;
    }

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
