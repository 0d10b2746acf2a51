using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store.Tests;

public sealed class RemovalTests : IDisposable
{
    private readonly StoreLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Models_are_found_by_prefix_and_by_the_key_of_a_tag()
    {
        await using var catalog = await _lab.OpenAsync();
        await EnsureAsync(catalog, "s.pr_1.a", new Tag("t", ""));
        await EnsureAsync(catalog, "s.pr_1.b");
        await EnsureAsync(catalog, "s.prx1.c", new Tag("t", "v"));
        await EnsureAsync(catalog, "S.pr_1.d", new Tag("other", "t"));

        Assert.Equal(["s.pr_1.a", "s.pr_1.b"], await SearchAsync(catalog, new() { NamePrefix = "s.pr_1." }));
        Assert.Equal(["s.pr_1.a", "s.prx1.c"], await SearchAsync(catalog, new() { TagKey = "t" }));
        Assert.Equal(["s.prx1.c"], await SearchAsync(catalog, new() { NamePrefix = "s.prx", TagKey = "t" }));
        Assert.Equal(4, (await SearchAsync(catalog, new())).Count);
    }

    [Fact]
    public async Task The_tags_of_a_model_are_those_of_its_creation_and_those_set_since()
    {
        await using var catalog = await _lab.OpenAsync();
        await EnsureAsync(catalog, "churn", new Tag("a", "1"), new Tag("b", "2"));
        await EnsureAsync(catalog, "churn", new Tag("a", "ignored: it exists"));
        await catalog.Registry.SetModelTagAsync(StoreLab.Churn, new("b", "3"), default);

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" }, (await catalog.Registry.FindModelAsync(StoreLab.Churn, default))!.Tags);
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.SetModelTagAsync(StoreLab.Churn, new("a", new string('x', 5001)), default));
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.SetModelTagAsync(ModelName.Parse("none"), new("a", ""), default));
    }

    [Fact]
    public async Task A_deleted_version_is_gone_with_its_aliases_and_its_number_is_not_given_again()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog, "one");
        await StoreLab.AddAsync(catalog, "two");
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 2, null), default);
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Challenger, 1, null), default);

        await catalog.Registry.DeleteVersionAsync(StoreLab.Churn, 2, default);
        await catalog.Registry.DeleteVersionAsync(StoreLab.Churn, 2, default);
        await catalog.Registry.DeleteVersionAsync(ModelName.Parse("none"), 1, default);

        Assert.Null(await catalog.Registry.FindVersionAsync(StoreLab.Churn, 2, default));
        Assert.Equal(["challenger"], (await catalog.Registry.FindModelAsync(StoreLab.Churn, default))!.Aliases.Keys);
        Assert.Equal(3, (await StoreLab.AddAsync(catalog, "three")).Version);
        Assert.Equal("REDACTED-SOURCE-PATH", _lab.Rows("SELECT source FROM model_versions WHERE version = 2")[0]["source"]);
    }

    [Fact]
    public async Task A_deleted_model_leaves_no_row_and_its_namesakes_alone()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog, "one", new Tag("k", "v"));
        await catalog.Registry.SetModelTagAsync(StoreLab.Churn, new("a", "1"), default);
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 1, null), default);
        await EnsureAsync(catalog, "Churn", new Tag("a", "1"));

        await catalog.Registry.DeleteModelAsync(StoreLab.Churn, default);
        await catalog.Registry.DeleteModelAsync(StoreLab.Churn, default);

        Assert.Equal(["Churn"], await SearchAsync(catalog, new()));
        foreach (var table in new[] { "registered_models", "registered_model_tags", "registered_model_aliases", "model_versions", "model_version_tags" })
        {
            Assert.Empty(_lab.Rows($"SELECT * FROM {table} WHERE name = 'churn'"));
        }
    }

    [Fact]
    public async Task Experiments_are_found_by_the_key_of_a_tag_and_deleted_with_their_runs()
    {
        await using var catalog = await _lab.OpenAsync();
        var id = await catalog.Tracking.EnsureExperimentAsync("old", [new("t", "v")], default);
        var kept = await catalog.Tracking.EnsureExperimentAsync("kept", [new("other", "t")], default);
        var run = await catalog.Tracking.CreateRunAsync(new(id, "r", FixedTime.Now, []), default);

        var found = Assert.Single(await ListAsync(catalog));
        Assert.Equal((id, "old", "v"), (found.Id, found.Name, found.Tags["t"]));
        Assert.Equal("old", (await catalog.Tracking.ReadExperimentAsync(id, default))!.Name);

        await catalog.Tracking.DeleteExperimentAsync(id, default);
        await catalog.Tracking.DeleteExperimentAsync(id, default);
        await catalog.Tracking.DeleteExperimentAsync("777", default);

        Assert.Empty(await ListAsync(catalog));
        Assert.Null(await catalog.Tracking.ReadExperimentAsync(id, default));
        Assert.Null(await catalog.Tracking.FindExperimentAsync("old", default));
        Assert.NotNull(await catalog.Tracking.ReadExperimentAsync(kept, default));
        Assert.Equal("deleted", _lab.Rows($"SELECT lifecycle_stage FROM runs WHERE run_uuid = '{run.Id}'")[0]["lifecycle_stage"]);
    }

    private static Task EnsureAsync(ICatalog catalog, string name, params Tag[] tags) =>
        catalog.Registry.EnsureModelAsync(ModelName.Parse(name), "", tags, default);

    private static async Task<List<string>> SearchAsync(ICatalog catalog, ModelSearch search)
    {
        var names = new List<string>();
        await foreach (var name in catalog.Registry.SearchModelsAsync(search, default))
        {
            names.Add(name.Value);
        }

        return names;
    }

    private static async Task<List<Experiment>> ListAsync(ICatalog catalog)
    {
        var experiments = new List<Experiment>();
        await foreach (var experiment in catalog.Tracking.ListExperimentsAsync("t", default))
        {
            experiments.Add(experiment);
        }

        return experiments;
    }
}
