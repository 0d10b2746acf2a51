namespace ModelOps.Evaluation.Comparison;

/// <summary>What a call says of a comparison; it wins over modelops.yml.</summary>
internal sealed record ComparisonOverrides
{
    public string? Metric { get; init; }

    public Hypothesis? Hypothesis { get; init; }

    public double? Tolerance { get; init; }

    public ComparisonMethod? Method { get; init; }

    public double? Alpha { get; init; }

    public int? Resamples { get; init; }

    public int? Seed { get; init; }

    /// <summary>Names of metrics that are compared beside the primary one, in place of those of modelops.yml; empty leaves those.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public bool BySlice { get; init; }

    /// <summary>Rows that a slice needs to be compared.</summary>
    public int? MinSliceRows { get; init; }

    /// <summary>What the champion must be beaten by; for a baseline that of modelops.yml.</summary>
    public double MinimumEffect { get; init; }
}
