namespace ModelOps.Evaluation.Metrics;

/// <summary>A metric of a family with its parameter.</summary>
/// <param name="family">What does not depend on the parameter.</param>
/// <param name="name">Name with the parameter, such as <c>fbeta@2</c>.</param>
/// <param name="parameter">The parameter; of no meaning for a family without one.</param>
internal sealed class Metric(MetricFamily family, string name, double parameter) : IMetric
{
    public string Name => name;

    public MetricDirection Direction => family.Direction;

    public IReadOnlyList<EvaluationTask> Tasks => family.Tasks;

    public bool NeedsProbabilities => family.NeedsProbabilities;

    public bool TakesScores => family.TakesScores;

    public bool NeedsClasses => family.NeedsClasses;

    public double Reach => family.Reach;

    public bool IsWonByConstants => family.IsWonByConstants;

    public bool IsExtreme => family.IsExtreme;

    public IMetricKernel Prepare(PredictionSet set) => family.Prepare(set with { Weights = WeightScale.Of(set.Weights) }, parameter);

    public int? CountUnits(PredictionSet set) => family.CountUnits?.Invoke(set);

    public override string ToString() => name;
}
