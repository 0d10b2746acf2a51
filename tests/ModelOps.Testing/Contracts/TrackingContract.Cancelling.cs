using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class TrackingContract
{
    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_does_nothing()
    {
        var (name, other) = (Unique(), Unique());
        var experiment = await EnsureAsync(name, new Tag("team", "blue"));
        var run = await StartAsync(experiment, 0);
        Func<CancellationToken, Task>[] calls =
        [
            token => Tracking.FindExperimentAsync(name, token),
            token => Tracking.EnsureExperimentAsync(other, token),
            token => Tracking.ReadExperimentAsync(experiment, token),
            token => Tracking.ListExperimentsAsync("team", token).ToListAsync(CancellationToken.None).AsTask(),
            token => Tracking.DeleteExperimentAsync(experiment, token),
            token => Tracking.CreateRunAsync(new(experiment, "r", Start, []), token),
            token => Tracking.FindRunAsync(run.Id, token),
            token => Tracking.ListRunsAsync(experiment, null, token).ToListAsync(CancellationToken.None).AsTask(),
            token => Tracking.SetRunTagsAsync(run.Id, [new("team", "blue")], token),
            token => Tracking.LogMetricsAsync(run.Id, [new("loss", 1, Start)], token),
            token => Tracking.LogParametersAsync(run.Id, [new("seed", "7")], token),
            token => Tracking.EndRunAsync(run.Id, RunStatus.Finished, Start, token),
        ];
        foreach (var call in calls)
        {
            await EndsCancelledAsync(call, new(canceled: true));
        }

        Assert.Null(await Tracking.FindExperimentAsync(other, CancellationToken.None));
        var found = Assert.Single(await RunsAsync(experiment));
        Assert.Equal((RunStatus.Running, false), (found.Status, found.Tags.ContainsKey("team")));
        Assert.Empty(found.Metrics);
        Assert.Empty(found.Parameters);
    }
}
