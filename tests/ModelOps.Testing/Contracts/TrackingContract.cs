using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

/// <summary>What every caller of a tracking store relies on. A backend has a subclass that opens it.</summary>
public abstract partial class TrackingContract : CatalogContract
{
    /// <summary>The tracking store.</summary>
    protected ITrackingStore Tracking => Catalog.Tracking;

    [Fact]
    public async Task An_experiment_is_made_once_also_by_many_at_a_time()
    {
        var name = Unique();
        Assert.Null(await Tracking.FindExperimentAsync(name, CancellationToken.None));

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EnsureAsync(name, new Tag("team", "blue")))));
        var again = await EnsureAsync(name, new Tag("team", "late"));

        var id = Assert.Single(ids.Append(again).Distinct());
        Assert.Equal(id, await Tracking.FindExperimentAsync(name, CancellationToken.None));
        var read = await Tracking.ReadExperimentAsync(id, CancellationToken.None);
        Assert.Equal((id, name, "blue"), (read!.Id, read.Name, read.Tags["team"]));
    }

    [Fact]
    public async Task An_experiment_is_created_only_where_there_is_none()
    {
        var name = Unique();

        var created = await Tracking.TryCreateExperimentAsync(name, CancellationToken.None);

        Assert.NotNull(created);
        Assert.Equal(created, await Tracking.FindExperimentAsync(name, CancellationToken.None));
        Assert.Null(await Tracking.TryCreateExperimentAsync(name, CancellationToken.None));
    }

    [Fact]
    public async Task Experiments_of_names_in_every_alphabet_are_told_apart()
    {
        var prefix = Unique();
        var ids = new Dictionary<string, string>();
        foreach (var name in ContractNames.All)
        {
            ids[name] = await EnsureAsync($"{prefix}/{name}");
        }

        Assert.Equal(ids.Count, ids.Values.Distinct().Count());
        foreach (var (name, id) in ids)
        {
            Assert.Equal(id, await Tracking.FindExperimentAsync($"{prefix}/{name}", CancellationToken.None));
            Assert.Equal($"{prefix}/{name}", (await Tracking.ReadExperimentAsync(id, CancellationToken.None))!.Name);
        }
    }

    [Fact]
    public async Task Experiments_are_listed_by_the_key_of_a_tag_whatever_its_value()
    {
        var key = $"modelops.{Unique()}";
        string[] wanted =
        [
            await EnsureAsync(Unique(), new Tag(key, "")), await EnsureAsync(Unique(), new Tag(key, "it's")), await EnsureAsync(Unique(), new Tag(key, "v")),
        ];
        await EnsureAsync(Unique(), new Tag("team", key));
        await EnsureAsync(Unique(), new Tag(key + "x", "v"));

        Assert.Equal(wanted.Order(StringComparer.Ordinal), await ListAsync(key));
        Assert.Empty(await ListAsync($"modelops.{Unique()}"));
    }

    [Fact]
    public async Task A_deleted_experiment_is_gone_with_its_runs_and_can_be_deleted_again()
    {
        var (name, key) = (Unique(), $"modelops.{Unique()}");
        var id = await EnsureAsync(name, new Tag(key, "v"));
        await StartAsync(id, 0);

        await Tracking.DeleteExperimentAsync(id, CancellationToken.None);
        await Tracking.DeleteExperimentAsync(id, CancellationToken.None);

        Assert.Null(await Tracking.FindExperimentAsync(name, CancellationToken.None));
        Assert.Null(await Tracking.ReadExperimentAsync(id, CancellationToken.None));
        Assert.Empty(await ListAsync(key));
        Assert.Empty(await RunsAsync(id));
    }

    [Fact]
    public async Task An_experiment_or_a_run_that_is_not_there_is_null_or_a_failure()
    {
        var missing = new string('f', 32);

        Assert.Null(await Tracking.ReadExperimentAsync("777777", CancellationToken.None));
        await Tracking.DeleteExperimentAsync("777777", CancellationToken.None);
        Assert.Null(await Tracking.FindRunAsync(missing, CancellationToken.None));
        Assert.Empty(await RunsAsync("777777"));
        await FailsAsync(() => StartAsync("777777", 0));
        await FailsAsync(() => Tracking.SetRunTagsAsync(missing, [new("team", "blue")], CancellationToken.None));
        await FailsAsync(() => Tracking.EndRunAsync(missing, RunStatus.Finished, Start, CancellationToken.None));
    }

    private Task<string> EnsureAsync(string name, params Tag[] tags) => Tracking.EnsureExperimentAsync(name, tags, CancellationToken.None);

    private async Task<IReadOnlyList<string>> ListAsync(string key) =>
        await Tracking.ListExperimentsAsync(key, CancellationToken.None).Select(experiment => experiment.Id).Order(StringComparer.Ordinal).ToListAsync();

    private async Task<IReadOnlyList<Run>> RunsAsync(string experiment, Tag? withTag = null) =>
        await Tracking.ListRunsAsync(experiment, withTag, CancellationToken.None).ToListAsync();

    private Task<Run> StartAsync(string experiment, int second, params Tag[] tags) =>
        Tracking.CreateRunAsync(new(experiment, $"run {second}", Start.AddSeconds(second), tags), CancellationToken.None);
}
