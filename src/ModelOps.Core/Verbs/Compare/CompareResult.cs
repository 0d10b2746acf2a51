using ModelOps.Core.Contract;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Outputs of <c>compare</c>.</summary>
public sealed record CompareResult
{
    /// <summary>better, not worse, worse, or not enough evidence.</summary>
    [Output("better, not worse, worse, or not enough evidence.")]
    public required ComparisonVerdict Verdict { get; init; }

    /// <summary>What follows: promote, keep, canary, approve or reject.</summary>
    [Output("What follows: promote, keep, canary, approve or reject.")]
    public required Decision Decision { get; init; }

    /// <summary>Primary metric.</summary>
    [Output("Primary metric.")]
    public required string PrimaryMetric { get; init; }

    /// <summary>The challenger's value of it.</summary>
    [Output("The challenger's value of it.")]
    public required double Challenger { get; init; }

    /// <summary>The champion's, or the baseline's.</summary>
    [Output("The champion's, or the baseline's.")]
    public required double Champion { get; init; }

    /// <summary>Difference, above 0 where the challenger is better.</summary>
    [Output("Difference, above 0 where the challenger is better.")]
    public required double Effect { get; init; }

    /// <summary>Lower end of the interval of the effect.</summary>
    [Output("Lower end of the interval of the effect.")]
    public required double Lower { get; init; }

    /// <summary>Upper end of the interval of the effect.</summary>
    [Output("Upper end of the interval of the effect.")]
    public required double Upper { get; init; }

    /// <summary>One-sided p of the hypothesis; nothing where it cannot be had.</summary>
    [Output("One-sided p of the hypothesis; nothing where it cannot be had.")]
    public double? P { get; init; }

    /// <summary>Rows that were compared.</summary>
    [Output("Rows that were compared.")]
    public required int Rows { get; init; }

    /// <summary>Probability that these rows show the hypothesis, if the effect is as it was seen or the models are equal.</summary>
    [Output("Probability that these rows show the hypothesis, if the effect is as it was seen or the models are equal.")]
    public required double Power { get; init; }

    /// <summary>Further labelled rows that would decide; 0 when it is decided, nothing when no number would do.</summary>
    [Output("Further labelled rows that would decide; 0 when it is decided, nothing when no number would do.")]
    public long? MoreRows { get; init; }

    /// <summary>Whether both made the same prediction on every row.</summary>
    [Output("Whether both made the same prediction on every row.")]
    public required bool Identical { get; init; }

    /// <summary>Whether the challenger was compared with a baseline, for lack of a champion.</summary>
    [Output("Whether the challenger was compared with a baseline, for lack of a champion.")]
    public required bool IsBaseline { get; init; }

    /// <summary>All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.</summary>
    [Output("All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.")]
    public required IReadOnlyList<ComparisonRow> Comparisons { get; init; }

    /// <summary>Path of the report; nothing when none was asked for.</summary>
    [Output("Path of the report; nothing when none was asked for.")]
    public string? ReportFile { get; init; }
}
