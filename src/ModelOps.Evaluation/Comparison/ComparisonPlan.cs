using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>How two models are compared.</summary>
internal sealed record ComparisonPlan
{
    /// <summary>Rows that a slice needs to be compared, unless something else is said.</summary>
    public const int DefaultMinSliceRows = 100;

    public required IMetric Metric { get; init; }

    public Hypothesis Hypothesis { get; init; } = Hypothesis.Superior;

    /// <summary>Loss on the metric that is accepted, in its own unit; above 0 unless the hypothesis is superiority, which has none.</summary>
    public double Tolerance { get; init; }

    /// <summary>Amount by which the challenger has to be better, for superiority: what a baseline must be beaten by.</summary>
    public double MinimumEffect { get; init; }

    public ComparisonMethod Method { get; init; } = ComparisonMethod.Bootstrap;

    /// <summary>Error probability of the one-sided test; the interval has the level 1 - 2 alpha, so that both always agree.</summary>
    public double Alpha { get; init; } = 0.05;

    public int Resamples { get; init; } = 2000;

    public int Seed { get; init; } = 17;

    /// <summary>Whether both are held against a model that learnt nothing too; not where one of them is such a model.</summary>
    public bool HasFloor { get; init; } = true;

    /// <summary>Metrics that are compared beside the primary one. Those that may block are tested alone, the others corrected for being many.</summary>
    public IReadOnlyList<SecondaryMetric> Also { get; init; } = [];

    /// <summary>Whether the primary metric is compared on every slice too.</summary>
    public bool BySlice { get; init; }

    /// <summary>Rows that a slice needs to be compared.</summary>
    public int MinSliceRows { get; init; } = DefaultMinSliceRows;
}
