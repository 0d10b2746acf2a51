using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>A question for metrics as SQL: SQLite groups, counts and finds the percentiles, whatever the number of rows.</summary>
/// <param name="Metric">What is asked for.</param>
/// <param name="Buckets">Seconds of a bucket of time; null for all time as one.</param>
/// <param name="Dimensions">What rows are told apart by.</param>
/// <param name="Labels">Names of the values.</param>
internal sealed record MetricQuery(string Metric, long? Buckets, IReadOnlyList<string> Dimensions, IReadOnlyList<string> Labels)
{
    /// <summary>The statement: a column for the bucket, one for each dimension, one for each value.</summary>
    public required SearchSql Sql { get; init; }

    /// <summary>Makes the statement.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="view">The view.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="experiments">Experiments.</param>
    public static MetricQuery Make(Message request, MetricView view, MetricKind metric, IReadOnlyList<long> experiments)
    {
        var dimensions = request.Texts("dimensions");
        var buckets = request.IntegerOrNull("time_interval_seconds");
        var sql = new SearchSql();
        var bucket = buckets is { } seconds ? $"({view.Time}) / 1000 / {sql.Parameter(seconds)} * {sql.Parameter(seconds)}" : "0";
        var names = Enumerable.Range(0, dimensions.Count).Select(number => FormattableString.Invariant($"d{number}")).ToList();
        var group = string.Join(", ", names.Prepend("bucket"));
        sql.Add($"WITH v AS (SELECT {bucket} AS bucket, ")
            .Add(string.Concat(dimensions.Select((name, number) => $"{view.Dimensions[name]} AS {names[number]}, ")))
            .Add($"{metric.Value} AS value FROM {view.Tables}{metric.Join} ")
            .Add($"WHERE i.experiment_id IN (SELECT value FROM json_each({sql.Parameter(IdList.Of(experiments))}))");
        AddRange(sql, request, view);
        foreach (var filter in request.Texts("filters"))
        {
            sql.Add(" AND ").Add(MetricFilter.Read(sql, filter, view));
        }

        var (columns, labels) = Values(sql, request.Parts("aggregations"));
        var given = string.Concat(names.Select(name => $" AND {name} IS NOT NULL"));
        sql.Add($"), r AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY {group} ORDER BY value) - 1 AS rank, COUNT(*) OVER (PARTITION BY {group}) - 1 AS last")
            .Add($" FROM v WHERE value IS NOT NULL{given}) SELECT {group}, {columns} FROM r")
            .Add(group == "bucket" && buckets is null ? "" : $" GROUP BY {group} ORDER BY {group}")
            .Add($" LIMIT {sql.Parameter(SearchLimits.Require(request.Integer("max_results", SearchLimits.DefaultRuns), SearchLimits.Runs))}");
        return new(metric.Name, buckets, dimensions, labels) { Sql = sql };
    }

    private static void AddRange(SearchSql sql, Message request, MetricView view)
    {
        if (request.IntegerOrNull("start_time_ms") is { } start)
        {
            sql.Add($" AND {view.Time} >= {sql.Parameter(start)}");
        }

        if (request.IntegerOrNull("end_time_ms") is { } end)
        {
            sql.Add($" AND {view.Time} <= {sql.Parameter(end)}");
        }
    }

    private static (string Columns, List<string> Labels) Values(SearchSql sql, IReadOnlyList<Message> aggregations)
    {
        var values = aggregations.Select(one => MetricCalls.NameOf(one) switch
        {
            MetricViews.Sum => ("SUM(value)", MetricViews.Sum),
            MetricViews.Average => ("AVG(value)", MetricViews.Average),
            MetricViews.Percentile => (Percentile(sql, one.Number("percentile_value")), "P" + PythonFloat.Format(one.Number("percentile_value"))),
            _ => ("COUNT(value)", MetricViews.Count),
        }).DistinctBy(value => value.Item2, StringComparer.Ordinal).ToList();
        return (string.Join(", ", values.Select(value => value.Item1)), values.ConvertAll(value => value.Item2));
    }

    // Between the two values around the place, in the measure of what is left over.
    private static string Percentile(SearchSql sql, double percent)
    {
        var place = $"(last * {sql.Parameter(percent / 100)})";
        var low = $"CAST({place} AS INTEGER)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SUM(CASE rank WHEN {low} THEN value * (1 - ({place} - {low})) WHEN {low} + 1 THEN value * ({place} - {low}) ELSE 0 END)");
    }
}
