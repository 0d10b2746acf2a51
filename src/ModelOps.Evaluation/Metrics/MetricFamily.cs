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

    /// <summary>What follows the name after <c>@</c>; null when nothing may.</summary>
    public MetricParameter? Parameter { get; init; }
}
