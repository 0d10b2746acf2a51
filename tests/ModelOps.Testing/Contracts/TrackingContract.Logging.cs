using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class TrackingContract
{
    private const string OddName = "eval/f1: a.b-c_d";

    [Fact]
    public async Task The_last_value_of_a_metric_counts_however_often_it_is_logged()
    {
        var run = await StartAsync(await EnsureAsync(Unique()), 0);
        LoggedMetric[] metrics =
        [
            new("loss", 1, Start), new("loss", 0.25, Start, Step: 2), new("loss", 0.5, Start, Step: 1), new(OddName, -0.125, Start.AddMilliseconds(1)),
            new("nothing", double.NaN, Start), new("much", double.PositiveInfinity, Start),
        ];

        await Tracking.LogMetricsAsync(run.Id, metrics, CancellationToken.None);
        await Tracking.LogMetricsAsync(run.Id, metrics, CancellationToken.None);
        await Tracking.LogMetricsAsync(run.Id, [], CancellationToken.None);

        var found = (await Tracking.FindRunAsync(run.Id, CancellationToken.None))!.Metrics;
        Assert.Equal((0.25, -0.125, double.NaN, double.MaxValue), (found["loss"], found[OddName], found["nothing"], found["much"]));
        Assert.Equal(4, found.Count);
    }

    [Fact]
    public async Task More_metrics_and_parameters_than_one_call_takes_are_logged_to_a_run_that_has_ended()
    {
        var run = await StartAsync(await EnsureAsync(Unique()), 0);
        await Tracking.EndRunAsync(run.Id, RunStatus.Finished, Start, CancellationToken.None);

        await Tracking.LogMetricsAsync(
            run.Id, [.. Enumerable.Range(0, 1100).Select(index => new LoggedMetric($"m{index}", index, Start))], CancellationToken.None);
        await Tracking.LogParametersAsync(
            run.Id, [.. Enumerable.Range(0, 150).Select(index => new Parameter($"p{index}", $"{index}"))], CancellationToken.None);

        var found = await Tracking.FindRunAsync(run.Id, CancellationToken.None);
        Assert.Equal((1100, 150, RunStatus.Finished), (found!.Metrics.Count, found.Parameters.Count, found.Status));
        Assert.Equal((1099, "149"), (found.Metrics["m1099"], found.Parameters["p149"]));
    }

    [Fact]
    public async Task A_parameter_is_logged_once_and_never_changes()
    {
        var run = await StartAsync(await EnsureAsync(Unique()), 0);
        var value = new string('x', 5000) + "it's \"量\"\n";

        await Tracking.LogParametersAsync(run.Id, [new(OddName, value), new("seed", "7")], CancellationToken.None);
        await Tracking.LogParametersAsync(run.Id, [new(OddName, value)], CancellationToken.None);
        await FailsAsync(() => Tracking.LogParametersAsync(run.Id, [new("seed", "8")], CancellationToken.None));

        var found = (await Tracking.FindRunAsync(run.Id, CancellationToken.None))!.Parameters;
        Assert.Equal((value, "7", 2), (found[OddName], found["seed"], found.Count));
    }

    [Fact]
    public async Task Nothing_is_logged_to_a_run_that_is_not_there()
    {
        var missing = new string('f', 32);

        await FailsAsync(() => Tracking.LogMetricsAsync(missing, [new("loss", 1, Start)], CancellationToken.None));
        await FailsAsync(() => Tracking.LogParametersAsync(missing, [new("seed", "7")], CancellationToken.None));
    }
}
