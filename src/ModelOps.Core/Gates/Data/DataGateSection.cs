using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Data;

/// <summary>Stability of the inputs that the predictions were made on.</summary>
public sealed record DataGateSection
{
    [ConfigKey("File of inputs, CSV or JSON lines, relative to this file.", Example = "data/holdout.csv")]
    public required string Inputs { get; init; }

    [ConfigKey("Reference, relative to this file: a profile that evaluate wrote, or a file of inputs.", Example = "data/training.profile.json")]
    public required string Reference { get; init; }

    [ConfigKey("Columns to judge. Default: all of the reference.")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [ConfigKey("Largest population stability index of a column.", Example = "0.25")]
    public double? MaxPsi { get; init; }

    [ConfigKey("Largest share of rows without a value in a column.", Example = "0.02")]
    public double? MaxMissing { get; init; }
}
