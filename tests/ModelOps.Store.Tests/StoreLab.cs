using System.Text;
using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Sqlite;
using ModelOps.StoreWriter;
using ModelOps.Testing;

namespace ModelOps.Store.Tests;

/// <summary>A directory with one store, opened through the provider, and looked at past it.</summary>
public sealed class StoreLab : IDisposable
{
    public static readonly ModelName Churn = ModelName.Parse("churn");

    private readonly TempDirectory _directory = new();

    public StoreLab() => SqliteLibrary.EnsureLoaded();

    public string Path => _directory.Path;

    public string Database => _directory.File("catalog.db");

    public string ArtifactRoot => Database + ".artifacts";

    public static string Uri => "sqlite:///catalog.db";

    public Task<ICatalog> OpenAsync() => OpenAsync(Uri);

    public Task<ICatalog> OpenAsync(string uri) =>
        TestCatalogs.OpenAsync(uri, Path, time: FixedTime.Instance);

    /// <summary>Opens a catalog and makes its file, by a write that is refused.</summary>
    public async Task<ICatalog> CreateAsync(string uri = "sqlite:///catalog.db")
    {
        var catalog = await OpenAsync(uri);
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.DeleteAliasAsync(ModelName.Parse("none"), AliasName.Champion, CancellationToken.None));
        return catalog;
    }

    public async Task<ModelOpsException> FailToOpenAsync(string uri = "sqlite:///catalog.db") =>
        await Assert.ThrowsAsync<ModelOpsException>(() => OpenAsync(uri));

    /// <summary>Makes a file from SQL, as another program would.</summary>
    public void Create(params string[] sql) => Raw(connection => connection.Execute(string.Join(";\n", sql)));

    public List<Dictionary<string, object?>> Rows(string sql) => Raw(connection => connection.Query(
        sql,
        row => Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, column => row.IsDBNull(column) ? null : row.GetValue(column))));

    internal T Raw<T>(Func<StoreConnection, T> action) => Raw(Database, action);

    internal static T Raw<T>(string file, Func<StoreConnection, T> action)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var opened = new StoreConnection(connection);
        return action(opened);
    }

    public static string Data(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Data", file);

    public static async Task<Run> RunAsync(ICatalog catalog, params Tag[] tags)
    {
        var experiment = await catalog.Tracking.EnsureExperimentAsync("modelops/churn", CancellationToken.None);
        return await catalog.Tracking.CreateRunAsync(new(experiment, "register", FixedTime.Now, tags), CancellationToken.None);
    }

    public static async Task<ModelVersion> AddAsync(ICatalog catalog, string text = "flavors: {}", params Tag[] tags)
    {
        await catalog.Registry.EnsureModelAsync(Churn, "who leaves", CancellationToken.None);
        var run = await RunAsync(catalog);
        var draft = new VersionDraft { Model = Churn, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = tags };
        return (await catalog.Registry.AddVersionAsync(draft, new TextContent(text), CancellationToken.None)).Version;
    }

    public static async Task<string> ReadAsync(ICatalog catalog, ModelVersion version)
    {
        await using var content = await catalog.Registry.OpenContentAsync(version, CancellationToken.None);
        using var reader = new StreamReader(await content.OpenReadAsync(Assert.Single(content.Files), CancellationToken.None));
        return await reader.ReadToEndAsync();
    }

    public static void AssertFails(ModelOpsException failure, string code, ExitCode exitCode, string message)
    {
        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(exitCode, failure.ExitCode);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }

    public static Task UploadAsync(ICatalog catalog, string rootUri, string path, string text) => catalog.Artifacts.UploadAsync(
        rootUri, path, token => new TextContent(text).OpenReadAsync(new ContentFile(path, 0), token), Encoding.UTF8.GetByteCount(text), CancellationToken.None);

    public void Dispose() => _directory.Dispose();
}
