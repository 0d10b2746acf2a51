using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Metrics;

/// <summary>Limits of one metric.</summary>
public sealed record MetricGateSection
{
    [ConfigKey("Name of the metric; custom metrics have the name that their file or run gives them.", Example = "roc_auc")]
    public required string Name { get; init; }

    [ConfigKey("Smallest value that passes.", Example = "0.84")]
    public double? Min { get; init; }

    [ConfigKey("Largest value that passes.", Example = "0.41")]
    public double? Max { get; init; }

    [ConfigKey("Where the value comes from.", Example = "run")]
    public MetricSource From { get; init; } = MetricSource.Predictions;
}
