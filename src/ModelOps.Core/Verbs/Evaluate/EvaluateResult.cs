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

    [Output("ID of the run that has the metrics; nothing when none was named.")]
    public string? Run { get; init; }

    [Output("Reference of that run, runs:/ID; nothing when none was named.")]
    public string? RunUri { get; init; }

    [Output("How many metrics the run has of this evaluation; 0 when nothing was logged.")]
    public int LoggedMetrics { get; init; }
}
