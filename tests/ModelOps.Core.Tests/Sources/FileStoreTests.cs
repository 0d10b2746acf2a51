using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Sources;

/// <summary>A file store as MLflow 2 and 3 write it, moved to another machine.</summary>
public sealed class FileStoreTests : IAsyncLifetime, IDisposable
{
    private const string Run = "8b8d2ecc73094ba986fc1e07c08252ed";
    private const string Logged = "m-35c94d1c3c1045c9af27b697ffc9dbb6";

    private readonly TempDirectory _directory = new();
    private readonly MlrunsLab _lab;
    private ICatalog _catalog = null!;

    public FileStoreTests() => _lab = new MlrunsLab(_directory.File("mlruns")).AddExperiment("wine quality").AddRun(Run).AddLoggedModel(Logged, Run);

    public async Task InitializeAsync() => _catalog = await OpenAsync("file:mlruns");

    public async Task DisposeAsync() => await _catalog.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_run_is_read_with_all_that_was_logged_to_it()
    {
        var experiment = await _catalog.Tracking.FindExperimentAsync("wine quality", CancellationToken.None);
        var run = Assert.Single(await _catalog.Tracking.ListRunsAsync(experiment!, withTag: null, CancellationToken.None).ToListAsync());

        Assert.Equal((Run, MlrunsLab.Experiment, "gifted-finch", RunStatus.Finished), (run.Id, run.ExperimentId, run.Name, run.Status));
        Assert.Equal("someone", run.Tags["mlflow.user"]);
        Assert.Equal("0.5", run.Parameters["alpha"]);
        Assert.Equal(0.5, run.Metrics["val/rmse"]);
        Assert.Null(await _catalog.Tracking.FindRunAsync("0123", CancellationToken.None));
    }

    [Fact]
    public async Task Files_are_found_where_the_store_is_now_although_it_records_another_machine()
    {
        var run = await _catalog.Tracking.FindRunAsync(Run, CancellationToken.None);
        var files = await _catalog.Artifacts.ListAsync(LocalLocation.Append(run!.ArtifactUri, "model"), CancellationToken.None);
        var model = Assert.Single(await _catalog.Tracking.ListLoggedModelsAsync(run, CancellationToken.None).ToListAsync());

        Assert.Contains(files, file => file.Path == "MLmodel");
        Assert.Equal(Logged, model.Id);
        Assert.Contains(await _catalog.Artifacts.ListAsync(model.ArtifactUri, CancellationToken.None), file => file.Path == "MLmodel");
    }

    [Fact]
    public async Task Logged_models_that_are_not_ready_and_those_of_other_runs_are_not_the_run_s()
    {
        _lab.AddRun("b0", modelPath: null).AddLoggedModel("m-pending", Run, status: 1).AddLoggedModel("m-failed", Run, status: 3).AddLoggedModel("m-other", "b0")
            .AddLoggedModel("m-newer", Run, created: 1_754_589_499_999);
        var run = await _catalog.Tracking.FindRunAsync(Run, CancellationToken.None);

        Assert.Equal(["m-newer", Logged], await _catalog.Tracking.ListLoggedModelsAsync(run!, CancellationToken.None).Select(model => model.Id).ToListAsync());
    }

    [Theory]
    [InlineData("models:/m-35c94d1c3c1045c9af27b697ffc9dbb6", null)]
    [InlineData("runs:/8b8d2ecc73094ba986fc1e07c08252ed/model", null)]
    [InlineData("models:/wine/1", "file:///C:/Users/someone/mlruns/895387645806649699/models/m-35c94d1c3c1045c9af27b697ffc9dbb6/artifacts")]
    [InlineData("mlruns/895387645806649699/8b8d2ecc73094ba986fc1e07c08252ed/artifacts/model", null)]
    [InlineData(@"C:\mlruns\895387645806649699\8b8d2ecc73094ba986fc1e07c08252ed\artifacts\model", null)]
    [InlineData("mlflow-artifacts:/895387645806649699/8b8d2ecc73094ba986fc1e07c08252ed/artifacts/model", null)]
    public async Task The_files_of_a_version_are_found_by_whatever_MLflow_recorded(string source, string? storage)
    {
        _lab.AddVersion("wine", 2, source, storage);
        _lab.Write("models/wine/aliases/champion", "2");
        _lab.Write("models/wine/version-2/tags/team/owner", "fraud");
        var wine = ModelName.Parse("wine");

        var model = await _catalog.Registry.FindModelAsync(wine, CancellationToken.None);
        var version = await _catalog.Registry.FindVersionAsync(wine, model!.Aliases["champion"], CancellationToken.None);
        await using var content = await _catalog.Registry.OpenContentAsync(version!, CancellationToken.None);

        Assert.Equal("fraud", version!.Tags["team/owner"]);
        Assert.Contains(content.Files, file => file.Path == "MLmodel");
    }

    [Fact]
    public async Task Versions_come_newest_first_and_deleted_ones_not_at_all()
    {
        _lab.AddVersion("wine", 9, $"models:/{Logged}").AddVersion("wine", 10, $"models:/{Logged}").AddVersion("wine", 11, "x", stage: "Deleted_Internal");

        var versions = await _catalog.Registry.ListVersionsAsync(ModelName.Parse("wine"), withTag: null, CancellationToken.None).ToListAsync();

        Assert.Equal([10, 9], versions.Select(version => version.Version));
        Assert.Equal(["wine"], await _catalog.Registry.SearchModelsAsync(new() { NamePrefix = "w" }, CancellationToken.None).Select(name => name.Value).ToListAsync());
    }

    [Fact]
    public async Task A_list_that_is_gone_through_can_be_ended()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _catalog.Tracking.ListRunsAsync(MlrunsLab.Experiment, withTag: null, source.Token).ToListAsync(source.Token));
    }

    [Theory]
    [InlineData("models:/wine/1", "MOP2009")]
    [InlineData("file:///etc", "MOP2009")]
    [InlineData("/etc", "MOP2009")]
    [InlineData("file:///C:/mlruns/895387645806649699/8b8d2ecc73094ba986fc1e07c08252ed/artifacts/../../../../secret", "MOP2009")]
    [InlineData("s3://bucket/model", "MOP2009")]
    [InlineData("models:/m-none", "MOP2009")]
    [InlineData("mlruns/895387645806649699/8b8d2ecc73094ba986fc1e07c08252ed/artifacts/none", "MOP2009")]
    public async Task A_source_that_leads_out_of_the_store_nowhere_or_in_a_circle_is_refused(string source, string code)
    {
        _lab.AddVersion("wine", 1, source);
        var version = await _catalog.Registry.FindVersionAsync(ModelName.Parse("wine"), 1, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => _catalog.Registry.OpenContentAsync(version!, CancellationToken.None));

        Assert.Equal(code, failure.Diagnostics[0].Code);
    }

    [UnixFact]
    public async Task Links_in_the_store_are_not_followed()
    {
        var secret = Directory.CreateDirectory(_directory.File("secret")).FullName;
        File.WriteAllText(Path.Combine(secret, "MLmodel"), "secret");
        Directory.CreateSymbolicLink(_lab.At($"{MlrunsLab.Experiment}/{Run}/artifacts/linked"), secret);
        Directory.CreateSymbolicLink(_lab.At($"{MlrunsLab.Experiment}/f00d"), secret);
        File.CreateSymbolicLink(_lab.At($"{MlrunsLab.Experiment}/{Run}/tags/stolen"), Path.Combine(secret, "MLmodel"));
        var run = await _catalog.Tracking.FindRunAsync(Run, CancellationToken.None);

        Assert.False(run!.Tags.ContainsKey("stolen"));
        await Assert.ThrowsAsync<ModelOpsException>(() => _catalog.Artifacts.ListAsync(run.ArtifactUri, CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => _catalog.Artifacts.ListAsync(LocalLocation.Append(run.ArtifactUri, "linked"), CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => _catalog.Artifacts.OpenReadAsync(run.ArtifactUri, "linked/MLmodel", CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => _catalog.Tracking.FindRunAsync("f00d", CancellationToken.None));
        Assert.Single(await _catalog.Tracking.ListRunsAsync(MlrunsLab.Experiment, withTag: null, CancellationToken.None).ToListAsync());
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("models")]
    [InlineData("")]
    public async Task An_ID_that_is_a_path_finds_nothing(string id)
    {
        Assert.Null(await _catalog.Tracking.FindRunAsync(id, CancellationToken.None));
        Assert.Null(await _catalog.Tracking.FindLoggedModelAsync(id, CancellationToken.None));
        Assert.Null(await _catalog.Tracking.ReadExperimentAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_MLflow_did_not_write_is_named()
    {
        _lab.Write($"{MlrunsLab.Experiment}/{Run}/meta.yaml", "run_id: [unclosed");

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => _catalog.Tracking.FindRunAsync(Run, CancellationToken.None));

        Assert.Equal("MOP2302", failure.Diagnostics[0].Code);
        Assert.Contains("meta.yaml", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_write_is_refused_by_name_and_leaves_the_store_as_it_was()
    {
        var (wine, before) = (ModelName.Parse("wine"), Files());
        var registry = _catalog.Registry;
        Func<Task>[] writes =
        [
            () => registry.EnsureModelAsync(wine, "", CancellationToken.None),
            () => registry.SetModelTagAsync(wine, new("a", "b"), CancellationToken.None),
            () => registry.SetVersionTagAsync(wine, 1, new("a", "b"), CancellationToken.None),
            () => registry.MoveAliasAsync(new(wine, AliasName.Champion, 1, null), CancellationToken.None),
            () => registry.DeleteAliasAsync(wine, AliasName.Champion, CancellationToken.None),
            () => registry.DeleteVersionAsync(wine, 1, CancellationToken.None),
            () => registry.DeleteModelAsync(wine, CancellationToken.None),
            () => _catalog.Tracking.EnsureExperimentAsync("x", CancellationToken.None),
            () => _catalog.Tracking.CreateRunAsync(new(MlrunsLab.Experiment, "x", DateTimeOffset.UnixEpoch, []), CancellationToken.None),
            () => _catalog.Tracking.SetRunTagsAsync(Run, [new("a", "b")], CancellationToken.None),
            () => _catalog.Tracking.EndRunAsync(Run, RunStatus.Failed, DateTimeOffset.UnixEpoch, CancellationToken.None),
            () => _catalog.Artifacts.UploadAsync(LocalLocation.ToUri(_lab.Root), "x", _ => Task.FromResult(Stream.Null), 0, CancellationToken.None),
        ];

        Assert.True(registry.Traits.IsReadOnly);
        foreach (var write in writes)
        {
            var failure = await Assert.ThrowsAsync<ModelOpsException>(write);
            Assert.Equal("MOP2301", failure.Diagnostics[0].Code);
        }

        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("file://elsewhere/mlruns")]
    [InlineData("file:")]
    [InlineData("file:mlruns?x=1")]
    public async Task A_URI_that_names_no_directory_of_this_machine_is_refused(string uri)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => OpenAsync(uri));

        Assert.Equal("MOP2001", failure.Diagnostics[0].Code);
    }

    [Fact]
    public async Task A_store_that_is_not_there_yet_is_empty_and_is_not_made()
    {
        await using var empty = await OpenAsync("file:none");

        Assert.Null(await empty.Tracking.FindExperimentAsync("x", CancellationToken.None));
        Assert.Empty(await empty.Registry.ListModelsAsync(CancellationToken.None).ToListAsync());
        Assert.False(Directory.Exists(_directory.File("none")));
    }

    private Task<ICatalog> OpenAsync(string uri) => TestCatalogs.OpenAsync(uri, _directory.Path);

    private List<string> Files() => [.. Directory.EnumerateFileSystemEntries(_lab.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
