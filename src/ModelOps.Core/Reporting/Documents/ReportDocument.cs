using System.Text.Json.Serialization;
using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Curves;
using ModelOps.Evaluation;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>Everything that a report says, worked out once for all formats; no row of the predictions is in it.</summary>
internal sealed record ReportDocument
{
    /// <summary>Version of the JSON form. A change that a reader would trip over gets the next number.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the JSON form.</summary>
    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>What the report is about.</summary>
    public required string Title { get; init; }

    /// <summary>What it says first.</summary>
    public required ReportVerdict Verdict { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Version of the toolkit that made it.</summary>
    public required string ToolkitVersion { get; init; }

    /// <summary>Environment, commit, branch, build and the like.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    /// <summary>What happens next, a sentence a step.</summary>
    public IReadOnlyList<string> Plan { get; init; } = [];

    /// <summary>What the gates said, what matters most first, else in the order of the gates.</summary>
    public required IReadOnlyList<GateCheck> Checks { get; init; }

    /// <summary>The comparison; null when there was none.</summary>
    public ReportComparison? Comparison { get; init; }

    /// <summary>What is predicted; null when there are no predictions.</summary>
    public EvaluationTask? Task { get; init; }

    /// <summary>Rows that were evaluated.</summary>
    public int Rows { get; init; }

    /// <summary>The metric that decides, and of which slices are shown; empty when there are no predictions.</summary>
    public string PrimaryMetric { get; init; } = "";

    /// <summary>Which way of the metric that decides is better, in words; empty when it is not known.</summary>
    [JsonIgnore]
    public string PrimaryDirection => Metrics.FirstOrDefault(metric => metric.Metric == PrimaryMetric) is { } primary ? Words.Of(primary.Direction) : "";

    /// <summary>All metrics of the task.</summary>
    public IReadOnlyList<MetricPair> Metrics { get; init; } = [];

    /// <summary>The primary metric by slice.</summary>
    public IReadOnlyList<SlicePair> Slices { get; init; } = [];

    /// <summary>Slices that are left out because there are too many.</summary>
    public int SlicesLeftOut { get; init; }

    /// <summary>Curves of the challenger, then of the champion.</summary>
    public IReadOnlyList<ModelCurves> Curves { get; init; } = [];

    /// <summary>Digests of everything that was judged.</summary>
    public required IReadOnlyList<ReportFact> Evidence { get; init; }
}
