using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Slices;

/// <summary>What every slice must hold.</summary>
public sealed record SliceRuleSection
{
    [ConfigKey("Name of the metric.", Example = "roc_auc")]
    public required string Metric { get; init; }

    [ConfigKey("Smallest value that passes.", Example = "0.80")]
    public double? Min { get; init; }

    [ConfigKey("Largest value that passes.")]
    public double? Max { get; init; }

    [ConfigKey("Largest amount by which a slice may be worse than all rows together.", Example = "0.06")]
    public double? MaxGap { get; init; }
}
