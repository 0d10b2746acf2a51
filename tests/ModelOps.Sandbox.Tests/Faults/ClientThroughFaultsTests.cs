using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Faults;

public sealed class ClientThroughFaultsTests
{
    private const string Rules =
        """
        rules:
          - {path: '*/runs/create', times: 1, fault: status, status: 503, retry_after: 0}
          - {path: '*/artifacts/*', method: PUT, times: 1, fault: status, status: 429, retry_after: 0}
          - {path: '*/artifacts/*', method: PUT, after: 1, times: 1, fault: drop, when: after}
          - {path: '*/model-versions/get', times: 1, fault: status, status: 503, retry_after: 0}
          - {path: '*', every: 3, fault: latency, milliseconds: 5}
        """;

    [Fact]
    public async Task The_toolkit_registers_through_faults_and_the_embedded_catalog_reads_the_same_files()
    {
        await using var lab = await SandboxLab.StartAsync((options, directory) =>
        {
            options.FaultsFile = directory.File("faults.yml");
            File.WriteAllText(options.FaultsFile, Rules);
        });
        var environment = new TestEnvironment { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" };
        await using var remote = await TestCatalogs.OpenAsync(lab.Uri, lab.Root, environment);
        var name = ModelName.Parse("fraud");
        await remote.Registry.EnsureModelAsync(name, "Scores payments.", CancellationToken.None);
        var experiment = await remote.Tracking.EnsureExperimentAsync("training", CancellationToken.None);
        var run = await remote.Tracking.CreateRunAsync(
            new RunDraft(experiment, "weekly", DateTimeOffset.UnixEpoch, []), CancellationToken.None);
        await using var content = DirectoryContent.Open(TestFiles.Model("3.x-diabetes-regressor"));
        var (version, _) = await remote.Registry.AddVersionAsync(
            new() { Model = name, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] }, content, CancellationToken.None);

        Assert.Equal(1, version.Version);
        var uri = "sqlite:///" + lab.StoreFile;
        await using var local = await TestCatalogs.OpenAsync(uri, lab.Root);
        var read = await local.Registry.OpenContentAsync((await local.Registry.FindVersionAsync(name, 1, CancellationToken.None))!, CancellationToken.None);
        Assert.Equal(content.Files.Select(file => (file.Path, file.Length)), read.Files.Select(file => (file.Path, file.Length)));

        await local.Registry.AddVersionAsync(
            new() { Model = name, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] }, content, CancellationToken.None);
        using var served = await lab.SendAsync("GET", "/model-versions/get-artifact?name=fraud&version=2&path=MLmodel");
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(TestFiles.Model("3.x-diabetes-regressor"), "MLmodel")), await served.Content.ReadAsStringAsync());
    }
}
