namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>The views of metrics.</summary>
internal static class MetricViews
{
    public const string Count = "COUNT";

    public const string Sum = "SUM";

    public const string Average = "AVG";

    public const string Percentile = "PERCENTILE";

    private static readonly string[] Sums = [Sum, Average, Percentile];

    private static readonly string[] Averages = [Average, Percentile];

    /// <summary>Numbers of the views on the wire.</summary>
    public static IReadOnlyDictionary<string, int> Numbers { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { ["TRACES"] = 1, ["SPANS"] = 2, ["ASSESSMENTS"] = 3 };

    /// <summary>Numbers of the aggregations on the wire.</summary>
    public static IReadOnlyDictionary<string, int> Aggregations { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { [Count] = 1, [Sum] = 2, [Average] = 3, [Percentile] = 4 };

    private static MetricView Traces { get; } = new(
        "TRACES",
        "trace_info i",
        "i.timestamp_ms",
        [
            new("trace_count", "1", [Count], ["trace_name", "trace_status"]),
            new("latency", "i.execution_time_ms", Averages, ["trace_name"]),
            Tokens("input_tokens"),
            Tokens("output_tokens"),
            Tokens("total_tokens"),
            Tokens("cache_read_input_tokens"),
            Tokens("cache_creation_input_tokens"),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["trace_name"] = "(SELECT value FROM trace_tags t WHERE t.request_id = i.request_id AND t.key = 'mlflow.traceName')",
            ["trace_status"] = "i.status",
        });

    private static MetricView Spans { get; } = new(
        "SPANS",
        "trace_info i JOIN spans s ON s.trace_id = i.request_id",
        "s.start_time_unix_nano / 1000000",
        [
            new("span_count", "1", [Count], ["span_name", "span_type", "span_status", "span_model_name", "span_model_provider"]),
            new("latency", "s.duration_ns / 1000000", Averages, ["span_name", "span_status"]),
            Costs("input_cost"),
            Costs("output_cost"),
            Costs("total_cost"),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["span_name"] = "s.name",
            ["span_type"] = "s.type",
            ["span_status"] = "s.status",
            ["span_model_name"] = """json_extract(s.dimension_attributes, '$."mlflow.llm.model"')""",
            ["span_model_provider"] = """json_extract(s.dimension_attributes, '$."mlflow.llm.provider"')""",
        });

    private static MetricView Assessments { get; } = new(
        "ASSESSMENTS",
        "trace_info i JOIN assessments a ON a.trace_id = i.request_id",
        "a.created_timestamp",
        [
            new("assessment_count", "1", [Count], ["assessment_name", "assessment_value"]),
            new(
                "assessment_value",
                """
                CASE WHEN a.value IN ('true', '"yes"') THEN 1 WHEN a.value IN ('false', '"no"') THEN 0
                    WHEN json_valid(a.value) AND json_type(a.value) IN ('integer', 'real') THEN CAST(a.value AS REAL) END
                """,
                Averages,
                ["assessment_name"]),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["assessment_name"] = "a.name", ["assessment_value"] = "a.value" });

    /// <summary>The view of a number.</summary>
    public static MetricView Of(int number) => number switch
    {
        2 => Spans,
        3 => Assessments,
        _ => Traces,
    };

    private static MetricKind Tokens(string name) => new(
        name, "m.value", Sums, ["trace_name"], $" JOIN trace_metrics m ON m.request_id = i.request_id AND m.key = '{name}'");

    private static MetricKind Costs(string name) => new(
        name,
        "m.value",
        Sums,
        ["span_model_name", "span_model_provider"],
        $" JOIN span_metrics m ON m.trace_id = s.trace_id AND m.span_id = s.span_id AND m.key = '{name}'");
}
