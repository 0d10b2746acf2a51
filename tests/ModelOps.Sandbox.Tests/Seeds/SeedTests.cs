using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Seeds;

public sealed class SeedTests
{
    private const string Seed =
        """
        models:
          - name: staging.fraud.scorer
            description: Scores payments.
            tags: {team: risk}
            versions:
              - directory: model
                tags: {modelops.commit: abc}
                run: {name: weekly, metrics: {auc: 0.91}, params: {depth: "6"}}
              - source: s3://bucket/model
                stage: Production
            aliases: {champion: 1, challenger: 2}
        experiments:
          - name: features
            runs:
              - name: daily
                metrics: {rows: 1000}
        """;

    [Fact]
    public async Task A_seed_is_loaded_once_however_often_it_is_given_and_the_embedded_catalog_reads_it()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory.File("model"));
        await File.WriteAllTextAsync(directory.File("model/MLmodel"), "flavors: {}\n");
        await File.WriteAllTextAsync(directory.File("seed.yml"), Seed);
        var options = new SandboxOptions { StoreFile = directory.File("mlflow.db"), SeedFile = directory.File("seed.yml") };
        for (var i = 0; i < 2; i++)
        {
            await using var server = await SandboxServer.StartAsync(options, TimeProvider.System, CancellationToken.None);
        }

        var uri = "sqlite:///" + options.StoreFile;
        await using var catalog = await TestCatalogs.OpenAsync(uri, directory.Path);
        Assert.True(ModelName.TryParse("staging.fraud.scorer", out var name));
        var model = await catalog.Registry.FindModelAsync(name!, CancellationToken.None);
        var versions = new List<ModelVersion>();
        await foreach (var version in catalog.Registry.ListVersionsAsync(name!, withTag: null, CancellationToken.None))
        {
            versions.Add(version);
        }

        Assert.NotNull(model);
        Assert.Equal([2, 1], versions.Select(version => version.Version));
        var content = await catalog.Registry.OpenContentAsync(versions[1], CancellationToken.None);
        Assert.Equal(["MLmodel"], content.Files.Select(file => file.Path));
        var experiment = await catalog.Tracking.FindExperimentAsync("features", CancellationToken.None);
        var runs = new List<string>();
        await foreach (var run in catalog.Tracking.ListRunsAsync(experiment!, withTag: null, CancellationToken.None))
        {
            runs.Add(run.Name);
        }

        Assert.Equal(["daily"], runs);
    }

    [Fact]
    public async Task All_mistakes_of_a_seed_are_told_with_their_lines()
    {
        const string Wrong =
            """
            models:
              - name: a
                discription: typo
                versions:
                  - directory: missing
                    stage: Prod
                aliases: {champion: 7}
              - tags: {}
            experiments: many
            """;

        var failure = await FailAsync(Wrong);

        Assert.All(failure.Diagnostics, problem => Assert.Equal("MOP5150", problem.Code));
        Assert.Contains("Did you mean 'description'?", failure.Message, StringComparison.Ordinal);
        Assert.Equal([3, 5, 6, 7, 8, 9], failure.Diagnostics.Select(problem => problem.Span!.Line).Order());
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_with_its_words()
    {
        var failure = await FailAsync("models:\n  - name: a/b\n  - name: ok\n    versions: [{}]\n    aliases: {v1: 1}\n");

        Assert.Equal(2, failure.Diagnostics.Count);
        Assert.All(failure.Diagnostics, problem => Assert.Equal("MOP5152", problem.Code));
    }

    private static async Task<ModelOpsException> FailAsync(string seed) =>
        await Assert.ThrowsAsync<ModelOpsException>(() => SandboxLab.StartAsync((options, directory) =>
        {
            options.SeedFile = directory.File("seed.yml");
            File.WriteAllText(options.SeedFile, seed);
        }));
}
