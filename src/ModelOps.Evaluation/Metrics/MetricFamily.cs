namespace ModelOps.Evaluation.Metrics;

/// <summary>Metrics that differ in a parameter only, or one metric that has none.</summary>
/// <param name="Name">Name without the parameter.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Tasks">Tasks that the metrics are for.</param>
/// <param name="Prepare">Makes the kernel for predictions and a parameter.</param>
internal sealed record MetricFamily(
    string Name, MetricDirection Direction, IReadOnlyList<EvaluationTask> Tasks, Func<PredictionSet, double, IMetricKernel> Prepare)
{
    /// <summary>Whether the metrics need probabilities.</summary>
    public bool NeedsProbabilities { get; init; }

    /// <summary>Whether scores that only order the rows are enough.</summary>
    public bool TakesScores { get; init; }

    /// <summary>Whether the metrics need predicted classes.</summary>
    public bool NeedsClasses { get; init; }

    /// <summary>The largest difference that two models can have.</summary>
    public double Reach { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a constant can be perfect.</summary>
    public bool IsWonByConstants { get; init; }

    /// <summary>Whether a single row decides the metrics.</summary>
    public bool IsExtreme { get; init; }

    /// <summary>Counts the independent differences from -1 to 1 whose mean the difference of two models is; null where it is no such mean.</summary>
    public Func<PredictionSet, int?>? CountUnits { get; init; }

    /// <summary>What follows the name after <c>@</c>; null when nothing may.</summary>
    public MetricParameter? Parameter { get; init; }
}
