using System.Data.Common;
using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Traces;

namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>Metrics of traces, spans and assessments.</summary>
internal static class MetricCalls
{
    private static readonly MessageShape Aggregation = new(Field.Choice("aggregation_type", MetricViews.Aggregations), Field.Number("percentile_value"));

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/traces/metrics",
            new(
                Field.Text("experiment_ids").Many,
                Field.Choice("view_type", MetricViews.Numbers),
                Field.Text("metric_name"),
                Field.Message("aggregations", Aggregation).Many,
                Field.Text("dimensions").Many,
                Field.Text("filters").Many,
                Field.Integer("time_interval_seconds"),
                Field.Integer("start_time_ms"),
                Field.Integer("end_time_ms"),
                Field.Integer("max_results"),
                Field.Text("page_token")),
            [
                new("experiment_ids", Rule.Required, Rule.List),
                new("view_type", Rule.Required),
                ParameterRules.RequiredText("metric_name"),
                new("aggregations", Rule.Required, Rule.List),
                new("dimensions", Rule.List),
                new("filters", Rule.List),
                new("time_interval_seconds", Rule.Integer),
                new("start_time_ms", Rule.Integer),
                new("end_time_ms", Rule.Integer),
                new("max_results", Rule.Integer),
            ],
            Query) { Version = 3, Only = Behavior.Mlflow3 },
    ];

    /// <summary>The word of an aggregation; one that is not known counts.</summary>
    public static string NameOf(Message aggregation) =>
        MetricViews.Aggregations.First(pair => pair.Value == aggregation.Choice("aggregation_type", 1)).Key;

    private static ValueTask<Answer> Query(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var view = MetricViews.Of(request.Choice("view_type", 1));
        var metric = Check(request, view);
        var query = MetricQuery.Make(request, view, metric, TraceExperiments.Parse(request.Texts("experiment_ids"), call.Server.Behavior));
        var points = call.Server.Store.Read(connection => connection.Query(query.Sql.Text, row => Read(row, query), query.Sql.Parameters));
        return new(MetricJson.Show(query, [.. points.Where(point => point.Values.Any(value => value is not null))]));
    }

    private static MetricKind Check(Message request, MetricView view)
    {
        var name = request.Text("metric_name");
        var metric = view.Metrics.FirstOrDefault(metric => metric.Name == name)
            ?? throw MlflowFault.Invalid($"metric_name must be one of {List(view.Metrics.Select(metric => metric.Name))}, got {PythonText.Quote(name)}");
        var aggregations = request.Parts("aggregations");
        if (aggregations.Count == 0)
        {
            throw new MlflowFault(ErrorCode.BadRequest, "Query contains no columns with which to SELECT from.");
        }

        if (aggregations.Any(one => NameOf(one) == MetricViews.Percentile && (!one.Has("percentile_value") || one.Number("percentile_value") is not (>= 0 and <= 100))))
        {
            throw new InvalidDataException("MLflow does not expect such a percentile.");
        }

        Require("aggregation_type(s)", "aggregation types", aggregations.Select(NameOf), metric.Aggregations);
        Require("dimension(s)", "dimensions", request.Texts("dimensions"), metric.Dimensions);
        return request.Integer("time_interval_seconds") > 0 && !(request.Has("start_time_ms") && request.Has("end_time_ms"))
            ? throw MlflowFault.Invalid("start_time_ms and end_time_ms are required if time_interval_seconds is set")
            : request.IntegerOrNull("time_interval_seconds") is <= 0 ? throw MlflowFault.Invalid("time_interval_seconds must be a positive integer")
            : metric;
    }

    private static void Require(string kind, string kinds, IEnumerable<string> sent, IReadOnlyList<string> allowed)
    {
        var invalid = sent.Where(name => !allowed.Contains(name)).ToList();
        if (invalid.Count > 0)
        {
            throw MlflowFault.Invalid($"Found invalid {kind}: {List(invalid)}. Supported {kinds}: {List(allowed)}");
        }
    }

    private static string List(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(PythonText.Quote))}]";

    private static MetricPoint Read(DbDataReader row, MetricQuery query)
    {
        var dimensions = new List<WireTag>();
        if (query.Buckets is not null)
        {
            dimensions.Add(new("time_bucket", EpochTime.Of(row.GetInt64(0) * 1000).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
        }

        dimensions.AddRange(query.Dimensions.Select((name, number) => new WireTag(name, row.GetString(number + 1))));
        return new(dimensions, [.. query.Labels.Select((_, number) => number + query.Dimensions.Count + 1).Select(column => row.IsDBNull(column) ? (double?)null : row.GetDouble(column))]);
    }
}
