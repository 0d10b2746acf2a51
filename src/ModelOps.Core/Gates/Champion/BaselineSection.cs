using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Champion;

/// <summary>What a version is compared with while there is no champion.</summary>
public sealed record BaselineSection
{
    [ConfigKey("How the baseline predicts.")]
    public BaselineKind Kind { get; init; } = BaselineKind.Constant;

    [ConfigKey("File of predictions of a heuristic, relative to this file, for kind predictions.", Example = "eval/heuristic.csv")]
    public string? Predictions { get; init; }

    [ConfigKey("Amount on the primary metric by which the baseline must be beaten, in its own unit.", Example = "0.1")]
    public double MustBeatBy { get; init; } = 0;
}
