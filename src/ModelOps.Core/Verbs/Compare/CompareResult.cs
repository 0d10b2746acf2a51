using ModelOps.Core.Contract;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Outputs of <c>compare</c>.</summary>
public sealed record CompareResult
{
    [Output("better, not worse, worse, or not enough evidence.", IsHeadline = true)]
    public required ComparisonVerdict Verdict { get; init; }

    [Output("What follows: promote, keep, canary, approve or reject.", IsHeadline = true)]
    public required Decision Decision { get; init; }

    [Output("Primary metric.")]
    public required string PrimaryMetric { get; init; }

    [Output("The challenger's value of it.")]
    public required double Challenger { get; init; }

    [Output("The champion's, or the baseline's.")]
    public required double Champion { get; init; }

    [Output("Difference, above 0 where the challenger is better.")]
    public required double Effect { get; init; }

    [Output("Lower end of the interval of the effect.")]
    public required double Lower { get; init; }

    [Output("Upper end of the interval of the effect.")]
    public required double Upper { get; init; }

    [Output("One-sided p of the hypothesis; nothing where it cannot be had.")]
    public double? P { get; init; }

    [Output("Rows that were compared.")]
    public required int Rows { get; init; }

    [Output("Probability that these rows show the hypothesis, if the effect is as it was seen or the models are equal.")]
    public required double Power { get; init; }

    [Output("Further labelled rows that would decide; 0 when it is decided, nothing when no number would do.")]
    public long? MoreRows { get; init; }

    [Output("Whether both made the same prediction on every row.")]
    public required bool Identical { get; init; }

    [Output("Whether the challenger was compared with a baseline, for lack of a champion.")]
    public required bool IsBaseline { get; init; }

    [Output("All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.",
        Details = [nameof(ComparisonRow.P), nameof(ComparisonRow.AdjustedP), nameof(ComparisonRow.Rows), nameof(ComparisonRow.Lower), nameof(ComparisonRow.Upper)])]
    public required IReadOnlyList<ComparisonRow> Comparisons { get; init; }

    [Output("Path of the report; nothing when none was asked for.")]
    public string? ReportFile { get; init; }
}
