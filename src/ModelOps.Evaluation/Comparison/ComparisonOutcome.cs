namespace ModelOps.Evaluation.Comparison;

/// <summary>All that a comparison has shown.</summary>
internal sealed record ComparisonOutcome
{
    public required ComparisonPlan Plan { get; init; }

    /// <summary>The primary metric on all rows.</summary>
    public required ComparisonRow Primary { get; init; }

    /// <summary>Secondary metrics, then slices.</summary>
    public IReadOnlyList<ComparisonRow> Others { get; init; } = [];

    /// <summary>Slices that were not compared, each with the reason: <c>column=value: reason</c>. Text from outside may be part of it.</summary>
    public IReadOnlyList<string> NotCompared { get; init; } = [];

    /// <summary>The primary metric's own difference, above 0 where the challenger is better; the effect of the primary row may be that of the typical row.</summary>
    public double Difference { get; init; }

    /// <summary>Whether the hypothesis is shown of the effect, and the metric itself says the opposite.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>What a model that learnt nothing reaches on the primary metric; null where that says nothing.</summary>
    public double? Floor { get; init; }

    /// <summary>Whether the champion is below <see cref="Floor"/>.</summary>
    public bool IsChampionBelowFloor => TrivialFloor.IsBelow(Plan.Metric, Primary.Champion, Floor);

    /// <summary>Whether the challenger is below <see cref="Floor"/>.</summary>
    public bool IsChallengerBelowFloor => TrivialFloor.IsBelow(Plan.Metric, Primary.Challenger, Floor);

    /// <summary>Whether the hypothesis holds on the primary metric.</summary>
    public required bool IsShown { get; init; }

    /// <summary>Secondary metrics that are shown to be worse than accepted.</summary>
    public IReadOnlyList<ComparisonRow> WorseThanAccepted { get; init; } = [];

    /// <summary>
    /// Probability that these rows show the hypothesis: for superiority if the true effect is the one that was seen, else if both models are equal.
    /// </summary>
    public required double Power { get; init; }

    /// <summary>Further labelled rows with which a power of 80 % is expected if the effect is as it was seen; 0 when it is decided, null when no number would do.</summary>
    public required long? MoreRows { get; init; }

    /// <summary>Whether both made the same predictions on every row: a model compared with itself.</summary>
    public bool AreIdentical { get; init; }
}
