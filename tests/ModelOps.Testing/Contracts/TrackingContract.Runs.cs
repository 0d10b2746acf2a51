using System.Globalization;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class TrackingContract
{
    // More than any backend puts on one page when it is told to make small ones.
    private const int ManyRuns = 7;

    [Fact]
    public async Task A_run_that_logged_no_model_has_none() =>
        Assert.Empty(await Catalog.Tracking.ListLoggedModelsAsync(await RunAsync(), CancellationToken.None).ToListAsync());

    [Fact]
    public async Task A_run_has_what_its_draft_said()
    {
        var experiment = await EnsureAsync(Unique());
        var created = await Tracking.CreateRunAsync(
            new(experiment, "it's a \"name\" 量", Start.AddMilliseconds(123), [new("modelops.action", "register"), new("empty", "")]), CancellationToken.None);

        foreach (var run in new[] { created, await Tracking.FindRunAsync(created.Id, CancellationToken.None), Assert.Single(await RunsAsync(experiment)) })
        {
            Assert.Equal((created.Id, experiment, RunStatus.Running), (run!.Id, run.ExperimentId, run.Status));
            Assert.Equal(("it's a \"name\" 量", Start.AddMilliseconds(123), null), (run.Name, run.StartedAt, run.EndedAt));
            Assert.Equal(("register", ""), (run.Tags["modelops.action"], run.Tags["empty"]));
            Assert.Equal(created.ArtifactUri, run.ArtifactUri);
            Assert.NotEmpty(run.ArtifactUri);
        }
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_and_by_a_tag_over_pages()
    {
        var experiment = await EnsureAsync(Unique());
        var other = await EnsureAsync(Unique());
        await StartAsync(other, 0, new Tag("modelops.action", "promote"));
        foreach (var second in new[] { 3, 0, 6, 1, 5, 2, 4 })
        {
            await StartAsync(experiment, second, new Tag("modelops.action", second % 2 == 0 ? "promote" : "register"), Second(second));
        }

        Assert.Equal(Enumerable.Range(0, ManyRuns).Reverse(), Seconds(await RunsAsync(experiment)));
        Assert.Equal([6, 4, 2, 0], Seconds(await RunsAsync(experiment, new("modelops.action", "promote"))));
        Assert.Empty(await RunsAsync(experiment, new("modelops.action", "PROMOTE")));
        Assert.Empty(await RunsAsync(experiment, new("modelops.actor", "promote")));
        Assert.Equal(3, await Tracking.ListRunsAsync(experiment, null, CancellationToken.None).Take(3).CountAsync());
    }

    [Theory]
    [InlineData("two\nlines\r\n\ttab")]
    [InlineData("it's")]
    [InlineData("say \"it\"")]
    [InlineData("both ' and \"")]
    [InlineData("' OR '1'='1")]
    [InlineData("back\\")]
    [InlineData("100% _ `tick` ;#?&+")]
    [InlineData("größe 量 🚀 مرحبا")]
    [InlineData(" ")]
    [InlineData("")]
    public async Task A_run_is_found_by_a_hostile_value_and_keeps_it(string value)
    {
        var experiment = await EnsureAsync(Unique());
        await StartAsync(experiment, 1, new Tag("modelops.reason", value), Second(1));
        await StartAsync(experiment, 2, new Tag("modelops.reason", value + "x"), Second(2));
        var set = await StartAsync(experiment, 3, Second(3));
        await Tracking.SetRunTagsAsync(set.Id, [new("modelops.reason", value)], CancellationToken.None);

        Assert.Equal([3, 1], Seconds(await RunsAsync(experiment, new("modelops.reason", value))));
        Assert.Equal(value, (await Tracking.FindRunAsync(set.Id, CancellationToken.None))!.Tags["modelops.reason"]);
    }

    [Fact]
    public async Task Tags_of_a_run_replace_those_of_the_same_keys_however_many_and_long()
    {
        var run = await StartAsync(await EnsureAsync(Unique()), 0, new Tag("kept", "1"), new Tag("t0", "old"));
        var value = new string('x', 4997) + "量\"\n";
        Tag[] many = [.. Enumerable.Range(0, 150).Select(index => new Tag($"t{index}", $"v{index}")), new("long", value)];

        await Tracking.SetRunTagsAsync(run.Id, many, CancellationToken.None);
        await Tracking.SetRunTagsAsync(run.Id, [new("t1", "")], CancellationToken.None);
        await Tracking.SetRunTagsAsync(run.Id, [], CancellationToken.None);

        var tags = (await Tracking.FindRunAsync(run.Id, CancellationToken.None))!.Tags;
        Assert.Equal(("1", "v0", "", "v149", value), (tags["kept"], tags["t0"], tags["t1"], tags["t149"], tags["long"]));
        Assert.Equal(152, tags.Keys.Count(key => !key.StartsWith("mlflow.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(RunStatus.Finished)]
    [InlineData(RunStatus.Failed)]
    [InlineData(RunStatus.Killed)]
    public async Task A_run_ends_as_it_is_told_and_may_be_told_again(RunStatus status)
    {
        var run = await StartAsync(await EnsureAsync(Unique()), 0, new Tag("team", "blue"));

        await Tracking.EndRunAsync(run.Id, status, Start.AddMilliseconds(61_001), CancellationToken.None);
        await Tracking.EndRunAsync(run.Id, status, Start.AddMilliseconds(61_002), CancellationToken.None);

        var found = await Tracking.FindRunAsync(run.Id, CancellationToken.None);
        Assert.Equal((status, Start, Start.AddMilliseconds(61_002)), (found!.Status, found.StartedAt, found.EndedAt!.Value));
        Assert.Equal(("run 0", "blue"), (found.Name, found.Tags["team"]));
    }

    private static Tag Second(int second) => new("second", second.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<int> Seconds(IEnumerable<Run> runs) => runs.Select(run => int.Parse(run.Tags["second"], CultureInfo.InvariantCulture));
}
