using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Runs;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Metrics;

/// <summary>Calls that read the histories of metrics.</summary>
internal static class MetricCalls
{
    private const int MaxRuns = 100;
    private const int MaxValues = 25_000;
    private const int MaxSteps = 2500;

    private static readonly ParameterRules MetricKey = ParameterRules.RequiredText("metric_key");

    private static readonly Rule MaxRunIds = new(value => value!.Value.GetArrayLength() is var count && count > MaxRuns
        ? $"GetMetricHistoryBulkInterval request must specify at most {MaxRuns} run_ids. Received {count} run_ids."
        : null);

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "GET",
            "mlflow/metrics/get-history",
            new(RunMessages.RunId, RunMessages.RunUuid, Field.Text("metric_key"), Field.Text("page_token"), Field.Integer("max_results")),
            [new("run_id", Rule.String, Rule.Required), new("metric_key", Rule.String, Rule.Required), ParameterRules.Text("page_token")],
            GetHistory),
        new(
            "GET",
            "mlflow/metrics/get-history-bulk",
            new(RunMessages.RunId.Many, Field.Text("metric_key"), Field.Integer("max_results")),
            [],
            GetHistoryOfRuns) { IsUserInterfaceOnly = true },
        new(
            "GET",
            "mlflow/metrics/get-history-bulk-interval",
            new(
                Field.Text("run_ids").Many,
                Field.Text("metric_key"),
                Field.Integer("start_step"),
                Field.Integer("end_step"),
                Field.Integer("max_results")),
            [
                new("run_ids", Rule.Required, Rule.List, Rule.ListOfStrings, MaxRunIds),
                MetricKey,
                new("start_step", Rule.Integer),
                new("end_step", Rule.Integer),
                new("max_results", Rule.Integer, Rule.Between(1, MaxSteps, $"max_results must be between 1 and {MaxSteps}.")),
            ],
            GetSample),
    ];

    private static ValueTask<Answer> GetHistory(RpcCall call, CancellationToken cancellationToken)
    {
        var (runId, key) = (RunMessages.RunIdOf(call.Request), call.Request.Text("metric_key"));
        if (call.Server.Behavior == Behavior.Mlflow2)
        {
            return Of(call.Server.Store.Read(connection => MetricReader.ReadAll(connection, runId, key)));
        }

        // A request that says no number asks for none, as in MLflow: its clients always say one.
        var limit = call.Request.Integer("max_results");
        var offset = PageOffset.Parse(call.Request.Text("page_token"));
        var values = call.Server.Store.Read(connection => MetricReader.ReadPart(connection, runId, key, offset, limit + 1));
        return values.Count == limit + 1
            ? Of(values.GetRange(0, (int)Math.Max(limit, 0)), PageOffset.Format(offset + limit))
            : Of(values);
    }

    private static ValueTask<Answer> GetHistoryOfRuns(RpcCall call, CancellationToken cancellationToken)
    {
        var runIds = call.Request.Texts("run_id");
        if (runIds.Count is 0 or > MaxRuns)
        {
            throw MlflowFault.Invalid(runIds.Count == 0
                ? "GetMetricHistoryBulk request must specify at least one run_id."
                : $"GetMetricHistoryBulk request cannot specify more than {MaxRuns} run_ids. Received {runIds.Count} run_ids.");
        }

        var key = call.Request.TextOrNull("metric_key")
            ?? throw MlflowFault.Invalid("GetMetricHistoryBulk request must specify a metric_key.");
        var limit = Math.Min(call.Request.Integer("max_results", MaxValues), MaxValues);
        var values = call.Server.Store.Read(connection => MetricReader.ReadRuns(connection, runIds, key, limit));
        return new(Answer.Of(new([.. values.Select(RunMetric.Of)]), MetricJson.Default.RunMetricsAnswer) with { IsDictionary = true });
    }

    private static ValueTask<Answer> GetSample(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var (first, last) = (request.IntegerOrNull("start_step"), request.IntegerOrNull("end_step"));
        if (first is null != last is null)
        {
            throw MlflowFault.Invalid("If either start step or end step are specified, both must be specified.");
        }

        if (first > last)
        {
            throw MlflowFault.Invalid($"end_step must be greater than start_step. Found start_step={first} and end_step={last}.");
        }

        (long, long)? range = first is null ? null : (first.Value, last!.Value);
        return Of(call.Server.Store.Read(connection => Sample(
            connection, request.Texts("run_ids"), request.Text("metric_key"), range, (int)request.Integer("max_results", MaxSteps))));
    }

    private static List<WireMetric> Sample(
        StoreConnection connection, IReadOnlyList<string> runIds, string key, (long First, long Last)? range, int most)
    {
        var steps = MetricReader.ReadAllSteps(connection, runIds, key);
        if (steps.Count == 0)
        {
            return [];
        }

        var picked = IdList.Of(StepSample.Pick(steps, MetricReader.ReadEnds(connection, runIds, key), range, most));
        return [.. runIds.SelectMany(runId => MetricReader.ReadSteps(connection, runId, key, picked, MaxValues))];
    }

    private static ValueTask<Answer> Of(List<WireMetric> values, string? nextPageToken = null) =>
        new(Answer.Of(new(values.Count == 0 ? null : values, nextPageToken), MetricJson.Default.MetricHistoryAnswer));
}
