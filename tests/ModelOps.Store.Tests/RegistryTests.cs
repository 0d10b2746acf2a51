using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store.Tests;

public sealed class RegistryTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public async Task Numbers_go_on_after_a_deleted_version()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog);
        await StoreLab.AddAsync(catalog);
        _lab.Create("UPDATE model_versions SET current_stage = 'Deleted_Internal' WHERE version = 2");

        Assert.Equal(3, (await StoreLab.AddAsync(catalog)).Version);
        Assert.Equal([3, 1], await VersionsAsync(catalog, null));
        Assert.Null(await catalog.Registry.FindVersionAsync(StoreLab.Churn, 2, CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(
            () => catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 2, null), CancellationToken.None));
        StoreLab.AssertFails(failure, "MOP2007", ExitCode.BadInput, "no version 2");
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_and_by_exact_tag()
    {
        await using var catalog = await _lab.OpenAsync();
        foreach (var value in (string[])["a", "b'\"%", "a", "A"])
        {
            await StoreLab.AddAsync(catalog, "x", new Tag("k", value));
        }

        Assert.Equal([4, 3, 2, 1], await VersionsAsync(catalog, null));
        Assert.Equal([3, 1], await VersionsAsync(catalog, new("k", "a")));
        Assert.Equal([2], await VersionsAsync(catalog, new("k", "b'\"%")));
        Assert.Empty(await VersionsAsync(catalog, new("k", "%")));
        Assert.Empty(await VersionsAsync(catalog, new("other", "a")));
    }

    [Fact]
    public async Task A_version_reads_back_what_was_added()
    {
        await using var catalog = await _lab.OpenAsync();

        var added = await StoreLab.AddAsync(catalog, "content", new Tag("k", "v"), new Tag("empty", ""));
        var found = await catalog.Registry.FindVersionAsync(StoreLab.Churn, 1, CancellationToken.None);

        Assert.Equal(added with { Tags = found!.Tags }, found);
        Assert.Equal(["empty=", "k=v"], found.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal((VersionStatus.Ready, FixedTime.Now, "models:/churn/1"), (found.Status, found.CreatedAt, found.Uri));
        Assert.Equal("content", await StoreLab.ReadAsync(catalog, found));
    }

    [Fact]
    public async Task A_failed_upload_leaves_no_version()
    {
        await using var catalog = await _lab.OpenAsync();
        await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "", CancellationToken.None);
        var run = await StoreLab.RunAsync(catalog);
        var draft = new VersionDraft { Model = StoreLab.Churn, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] };

        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.AddVersionAsync(draft, new BrokenContent(), CancellationToken.None));

        Assert.Empty(_lab.Rows("SELECT * FROM model_versions"));
        Assert.Empty(await catalog.Artifacts.ListAsync(run.ArtifactUri, CancellationToken.None));
        Assert.Empty(Directory.GetFiles(_lab.ArtifactRoot, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_version_needs_its_model_and_a_run_with_that_location(bool hasModel, bool hasLocation)
    {
        await using var catalog = await _lab.OpenAsync();
        if (hasModel)
        {
            await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "", CancellationToken.None);
        }

        var run = await StoreLab.RunAsync(catalog);
        var uri = hasLocation ? run.ArtifactUri : $"file://{_lab.ArtifactRoot}/1/other";
        var draft = new VersionDraft { Model = StoreLab.Churn, RunId = run.Id, RunArtifactUri = uri, Tags = [] };

        var failure = await Assert.ThrowsAsync<ModelOpsException>(
            () => catalog.Registry.AddVersionAsync(draft, new StoreWriter.TextContent("x"), CancellationToken.None));

        Assert.Equal(hasModel ? "MOP2003" : "MOP2006", Assert.Single(failure.Diagnostics).Code);
        Assert.False(Directory.Exists(_lab.ArtifactRoot));
    }

    [Fact]
    public async Task An_existing_model_keeps_its_description_and_name_is_case_sensitive()
    {
        await using var catalog = await _lab.OpenAsync();
        await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "first", CancellationToken.None);
        await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "second", CancellationToken.None);
        await catalog.Registry.EnsureModelAsync(ModelName.Parse("Churn"), "other", CancellationToken.None);

        Assert.Equal(["other", "first"], _lab.Rows("SELECT description FROM registered_models ORDER BY name").Select(row => row["description"]));
        Assert.Null(await catalog.Registry.FindModelAsync(ModelName.Parse("CHURN"), CancellationToken.None));
    }

    [Fact]
    public async Task Prompts_are_not_models()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog);
        _lab.Create(
            "INSERT INTO registered_models (name) VALUES ('greeting'), ('odd/name')",
            "INSERT INTO registered_model_tags (key, value, name) VALUES ('mlflow.prompt.is_prompt', 'true', 'greeting')",
            "INSERT INTO model_versions (name, version, current_stage, status) VALUES ('greeting', 1, 'None', 'READY')",
            "INSERT INTO model_version_tags (key, value, name, version) VALUES ('mlflow.prompt.is_prompt', 'true', 'greeting', 1)");
        var greeting = ModelName.Parse("greeting");

        var models = new List<string>();
        await foreach (var model in catalog.Registry.ListModelsAsync(CancellationToken.None))
        {
            models.Add(model.Name.Value);
        }

        Assert.Equal(["churn"], models);
        Assert.Null(await catalog.Registry.FindModelAsync(greeting, CancellationToken.None));
        Assert.Null(await catalog.Registry.FindVersionAsync(greeting, 1, CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.EnsureModelAsync(greeting, "", CancellationToken.None));
        StoreLab.AssertFails(failure, "MOP2003", ExitCode.BadInput, "prompt");
    }

    [Fact]
    public async Task A_tag_of_a_missing_version_or_over_the_limit_is_refused()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog);

        await catalog.Registry.SetVersionTagAsync(StoreLab.Churn, 1, new("k", new string('x', 100_000)), CancellationToken.None);
        var tooLong = await Assert.ThrowsAsync<ModelOpsException>(
            () => catalog.Registry.SetVersionTagAsync(StoreLab.Churn, 1, new("k", new string('x', 100_001)), CancellationToken.None));
        var missing = await Assert.ThrowsAsync<ModelOpsException>(
            () => catalog.Registry.SetVersionTagAsync(StoreLab.Churn, 2, new("k", "v"), CancellationToken.None));

        StoreLab.AssertFails(tooLong, "MOP2003", ExitCode.BadInput, "100000");
        StoreLab.AssertFails(missing, "MOP2007", ExitCode.BadInput, "no version 2");
    }

    public void Dispose() => _lab.Dispose();

    private static async Task<List<int>> VersionsAsync(ICatalog catalog, Tag? tag)
    {
        var found = new List<int>();
        await foreach (var version in catalog.Registry.ListVersionsAsync(StoreLab.Churn, tag, CancellationToken.None))
        {
            found.Add(version.Version);
        }

        return found;
    }
}
