using ModelOps.Core.Contract;
using ModelOps.Evaluation;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>Outputs of <c>evaluate</c>.</summary>
public sealed record EvaluateResult
{
    [Output("Rows that were evaluated.")]
    public required int Rows { get; init; }

    [Output("Metrics: metric, value, direction.")]
    public required IReadOnlyList<MetricRow> Metrics { get; init; }

    [Output("Metrics of slices: slice, rows, metric, value.")]
    public IReadOnlyList<SliceRow> SliceMetrics { get; init; } = [];

    [Output("Path of the report; nothing when none was asked for.")]
    public string? ReportFile { get; init; }

    [Output("Path of the profile of the inputs; nothing when none was asked for.")]
    public string? ProfileFile { get; init; }
}
