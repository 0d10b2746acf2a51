using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Fairness;

/// <summary>Largest difference of a metric between groups.</summary>
public sealed record FairnessGateSection
{
    [ConfigKey("Name of the metric.", Example = "recall")]
    public required string Metric { get; init; }

    [ConfigKey("Column of the predictions that names the group.", Example = "gender")]
    public required string Groups { get; init; }

    [ConfigKey("Largest difference between the best and the worst group.", Example = "0.05")]
    public required double MaxDifference { get; init; }

    [ConfigKey("Rows that a group needs to be judged.")]
    public int MinRows { get; init; } = 100;
}
