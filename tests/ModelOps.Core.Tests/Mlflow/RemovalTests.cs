using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class RemovalTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(1)]
    public async Task Models_are_found_by_prefix_and_by_the_key_of_a_tag(int page)
    {
        await using var fixture = await MlflowFixture.StartAsync(new() { MaxPage = page });
        var registry = fixture.Catalog.Registry;
        await registry.EnsureModelAsync(ModelName.Parse("s.pr_1.a"), "", [new("modelops.expires", "")], default);
        await registry.EnsureModelAsync(ModelName.Parse("s.pr_1.b"), "", default);
        await registry.EnsureModelAsync(ModelName.Parse("s.prx1.c"), "", [new("modelops.expires", "v"), new("k", "v")], default);

        Assert.Equal(["s.pr_1.a", "s.pr_1.b"], await SearchAsync(registry, new() { NamePrefix = "s.pr_1." }));
        Assert.Equal(["s.pr_1.a", "s.prx1.c"], await SearchAsync(registry, new() { TagKey = "modelops.expires" }));
        Assert.Equal("v", (await registry.FindModelAsync(ModelName.Parse("s.prx1.c"), default))!.Tags["k"]);
        Assert.Contains(fixture.Server.Requests, request => Uri.UnescapeDataString(request.Query).Contains("filter=tags.`modelops.expires` LIKE '%'&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_gone_can_be_deleted_again()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var (registry, tracking) = (fixture.Catalog.Registry, fixture.Catalog.Tracking);
        await Registered.VersionAsync(fixture.Catalog);
        var experiment = await tracking.EnsureExperimentAsync("old", [new("t", "v")], default);

        for (var time = 0; time < 2; time++)
        {
            await registry.DeleteVersionAsync(Registered.Churn, 1, default);
            await registry.DeleteModelAsync(Registered.Churn, default);
            await tracking.DeleteExperimentAsync(experiment, default);
        }

        Assert.Empty(fixture.Server.State.Models);
        Assert.Null(await tracking.ReadExperimentAsync(experiment, default));
        Assert.Null(await tracking.ReadExperimentAsync("777", default));
    }

    [Fact]
    public async Task A_deletion_that_loses_its_answer_is_repeated_and_a_refused_one_is_not_hidden()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var registry = fixture.Catalog.Registry;
        await registry.EnsureModelAsync(Registered.Churn, "", default);
        fixture.Server.Faults.Add(new("registered-models/delete", FaultMode.DropAfter));

        await registry.DeleteModelAsync(Registered.Churn, default);
        Assert.Equal(2, fixture.Server.RequestsTo("DELETE", "/registered-models/delete").Count);

        await Registered.VersionAsync(fixture.Catalog);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => registry.DeleteModelAsync(Registered.Churn, default));
        Assert.Equal(RegistryDiagnostics.ServerError, Assert.Single(failure.Diagnostics).Descriptor);
    }

    [Fact]
    public async Task Experiments_are_found_by_the_key_of_a_tag()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var tracking = fixture.Catalog.Tracking;
        var old = await tracking.EnsureExperimentAsync("old", [new("t", "v")], default);
        await tracking.EnsureExperimentAsync("plain", default);
        await tracking.DeleteExperimentAsync(await tracking.EnsureExperimentAsync("gone", [new("t", "v")], default), default);

        var found = new List<string>();
        await foreach (var experiment in tracking.ListExperimentsAsync("t", default))
        {
            found.Add($"{experiment.Id} {experiment.Name} {experiment.Tags["t"]}");
        }

        Assert.Equal([$"{old} old v"], found);
    }

    private static async Task<List<string>> SearchAsync(IModelRegistry registry, ModelSearch search)
    {
        var names = new List<string>();
        await foreach (var name in registry.SearchModelsAsync(search, default))
        {
            names.Add(name.Value);
        }

        return names;
    }
}
