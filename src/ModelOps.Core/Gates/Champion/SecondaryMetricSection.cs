using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Champion;

/// <summary>A metric that must not get worse beside the primary one.</summary>
public sealed record SecondaryMetricSection
{
    [ConfigKey("Name of the metric.", Example = "log_loss")]
    public required string Metric { get; init; }

    [ConfigKey("Loss that is accepted, in the unit of the metric.", Example = "0.005")]
    public required double NotWorseBy { get; init; }
}
