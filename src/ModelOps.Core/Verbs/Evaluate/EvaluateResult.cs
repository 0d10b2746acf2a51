using ModelOps.Core.Contract;
using ModelOps.Evaluation;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>Outputs of <c>evaluate</c>.</summary>
public sealed record EvaluateResult
{
    /// <summary>Rows that were evaluated.</summary>
    [Output("Rows that were evaluated.")]
    public required int Rows { get; init; }

    /// <summary>Metrics: metric, value, direction.</summary>
    [Output("Metrics: metric, value, direction.")]
    public required IReadOnlyList<MetricRow> Metrics { get; init; }

    /// <summary>Metrics of slices: slice, rows, metric, value.</summary>
    [Output("Metrics of slices: slice, rows, metric, value.")]
    public IReadOnlyList<SliceRow> SliceMetrics { get; init; } = [];

    /// <summary>Path of the report; nothing when none was asked for.</summary>
    [Output("Path of the report; nothing when none was asked for.")]
    public string? ReportFile { get; init; }

    /// <summary>Path of the profile of the inputs; nothing when none was asked for.</summary>
    [Output("Path of the profile of the inputs; nothing when none was asked for.")]
    public string? ProfileFile { get; init; }
}
