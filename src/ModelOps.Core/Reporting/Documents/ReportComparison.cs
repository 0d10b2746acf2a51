using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>A comparison and how it was made.</summary>
internal sealed record ReportComparison
{
    /// <summary>What the champion is called: a reference, or the name of a baseline.</summary>
    public required string Champion { get; init; }

    /// <summary>What had to be shown.</summary>
    public required Hypothesis Hypothesis { get; init; }

    /// <summary>Loss that is accepted.</summary>
    public required double Tolerance { get; init; }

    /// <summary>How the evidence was weighed.</summary>
    public required ComparisonMethod Method { get; init; }

    /// <summary>Error probability of the one-sided test; the interval has the level 1 - 2 alpha.</summary>
    public required double Alpha { get; init; }

    /// <summary>Resamples of the bootstrap.</summary>
    public required int Resamples { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required int Seed { get; init; }

    /// <summary>The primary metric on all rows.</summary>
    public required ComparisonRow Primary { get; init; }

    /// <summary>Secondary metrics, then slices.</summary>
    public required IReadOnlyList<ComparisonRow> Others { get; init; }

    /// <summary>Loss that is accepted on a secondary metric, by metric.</summary>
    public required IReadOnlyDictionary<string, double> OtherTolerances { get; init; }

    /// <summary>Whether the hypothesis holds on the primary metric.</summary>
    public required bool IsShown { get; init; }

    /// <summary>Probability that these rows show the hypothesis.</summary>
    public required double Power { get; init; }

    /// <summary>Further labelled rows that would decide; 0 when it is decided, null when no number would do.</summary>
    public required long? MoreRows { get; init; }

    /// <summary>Whether both made the same predictions on every row.</summary>
    public required bool AreIdentical { get; init; }

    /// <summary>Level of the intervals.</summary>
    public double Level => 1 - (2 * Alpha);

    public static ReportComparison Of(ComparisonOutcome outcome, string champion) => new()
    {
        Champion = champion,
        Hypothesis = outcome.Plan.Hypothesis,
        Tolerance = outcome.Plan.Tolerance,
        Method = outcome.Plan.Method,
        Alpha = outcome.Plan.Alpha,
        Resamples = outcome.Plan.Resamples,
        Seed = outcome.Plan.Seed,
        Primary = outcome.Primary,
        Others = outcome.Others,
        OtherTolerances = outcome.Plan.Also.Where(also => also.NotWorseBy is not null)
            .GroupBy(also => also.Metric.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().NotWorseBy!.Value, StringComparer.Ordinal),
        IsShown = outcome.IsShown,
        Power = outcome.Power,
        MoreRows = outcome.MoreRows,
        AreIdentical = outcome.AreIdentical,
    };
}
