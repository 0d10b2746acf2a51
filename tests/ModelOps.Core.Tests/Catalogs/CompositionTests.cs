using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Mlflow;
using ModelOps.Store;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Catalogs;

/// <summary>Catalogs whose parts come from different backends.</summary>
public sealed class CompositionTests : IDisposable
{
    private const string Embedded = "sqlite:///runs.db";

    private static readonly ModelName Churn = ModelName.Parse("churn");

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Runs_in_an_embedded_store_and_models_on_a_server()
    {
        await using var server = await MlflowServer.StartAsync();
        await using var catalog = await OpenAsync(Embedded, server.Url);

        await AddAndReadAsync(catalog);

        Assert.Empty(server.State.Runs);
        Assert.StartsWith("mlflow-artifacts:/", server.State.Models["churn"].Versions[1].Source, StringComparison.Ordinal);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Runs_on_a_server_and_models_in_an_embedded_store()
    {
        await using var server = await MlflowServer.StartAsync();
        await using var catalog = await OpenAsync(server.Url, "sqlite:///models.db");

        await AddAndReadAsync(catalog);

        Assert.Empty(server.State.Models);
        Assert.Single(server.State.Runs);
        await using var alone = await TestCatalogs.OpenAsync("sqlite:///models.db", _directory.Path);
        Assert.Equal("flavors: {}", await ReadAsync(alone, (await alone.Registry.FindVersionAsync(Churn, 1, default))!));
    }

    [Fact]
    public async Task Runs_and_models_in_two_embedded_stores()
    {
        await using var catalog = await OpenAsync(Embedded, "sqlite:///models.db");

        await AddAndReadAsync(catalog);
    }

    [Fact]
    public async Task One_file_under_two_spellings_is_one_store()
    {
        await using var catalog = await OpenAsync(Embedded, $"sqlite:///{_directory.File("runs.db")}");

        var version = await AddAndReadAsync(catalog);

        Assert.Contains($"/{version.RunId}/artifacts/model", version.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_a_run_are_with_the_backend_of_their_location()
    {
        await using var server = await MlflowServer.StartAsync(new() { ArtifactRoot = "bucket://one" });
        var storage = new BucketBackend();
        var connector = new CatalogConnector(new([new EmbeddedBackend(), new MlflowBackend(), storage]), new() { Environment = new TestEnvironment() });
        await using (var catalog = await connector.OpenAsync(new(server.Url, server.Url, _directory.Path), default))
        {
            await AddAndReadAsync(catalog);
        }

        Assert.Equal(["bucket://one"], storage.Connected);
        Assert.Equal(1, storage.Closed);
        Assert.All(storage.Files.Keys, file => Assert.StartsWith("bucket://one/", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://metadata.example/latest")]
    [InlineData("sqlite:///other.db")]
    [InlineData("s3://bucket/model")]
    public async Task A_location_that_no_backend_keeps_is_refused_without_a_connection(string location)
    {
        await using var server = await MlflowServer.StartAsync();
        await using var catalog = await OpenAsync(server.Url, server.Url);

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.ListAsync(location, default));

        Assert.Equal("MOP2009", Assert.Single(failure.Diagnostics).Code);
        Assert.False(File.Exists(_directory.File("other.db")));
    }

    [Fact]
    public async Task A_backend_that_keeps_no_runs_or_no_models_is_refused_as_such()
    {
        var connector = new CatalogConnector(new([new BucketBackend()]), new() { Environment = new TestEnvironment() });

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => connector.OpenAsync(new("bucket://runs", "bucket://models", _directory.Path), default));

        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.Equal(
            ["'bucket://runs' (bucket) keeps no runs. Expected a tracking URI of another backend beside it.",
             "'bucket://models' (bucket) keeps no registered models. Expected a registry URI of another backend beside it."],
            failure.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public async Task Every_URI_that_no_backend_serves_is_named_without_its_password()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => OpenAsync("databricks", "postgresql://me:secret@host/db"));

        Assert.Equal(["MOP2001", "MOP2001"], failure.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("'databricks'", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("sqlite:///path.db (embedded store), http(s)://host[:port][/prefix] (MLflow server)", failure.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    private Task<ICatalog> OpenAsync(string tracking, string registry) => TestCatalogs.OpenAsync(new CatalogAddress(tracking, registry, _directory.Path));

    private static async Task<ModelVersion> AddAndReadAsync(ICatalog catalog)
    {
        await catalog.Registry.EnsureModelAsync(Churn, "", default);
        var experiment = await catalog.Tracking.EnsureExperimentAsync("training", default);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "weekly", DateTimeOffset.UnixEpoch, []), default);
        var draft = new VersionDraft { Model = Churn, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [new Tag("team", "risk")] };
        await using var content = new TextFile("flavors: {}");

        var (version, isNew) = await catalog.Registry.AddVersionAsync(draft, content, default);

        Assert.True(isNew);
        Assert.Equal("flavors: {}", await ReadAsync(catalog, version));
        return version;
    }

    private static async Task<string> ReadAsync(ICatalog catalog, ModelVersion version)
    {
        await using var content = await catalog.Registry.OpenContentAsync(version, default);
        using var reader = new StreamReader(await content.OpenReadAsync(Assert.Single(content.Files), default), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private sealed class TextFile(string text) : IModelContent
    {
        public IReadOnlyList<ContentFile> Files { get; } = [new("MLmodel", Encoding.UTF8.GetByteCount(text))];

        public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
