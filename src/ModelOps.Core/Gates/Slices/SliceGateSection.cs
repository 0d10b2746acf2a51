using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Slices;

/// <summary>Limits of metrics on every slice.</summary>
public sealed record SliceGateSection
{
    [ConfigKey("Columns of the predictions to slice by; numbers are cut by name:bins(0,6,24).", Example = "[plan, region]")]
    public required IReadOnlyList<string> By { get; init; }

    [ConfigKey("Rows that a slice needs to be judged; smaller ones are shown, not judged.", Example = "400")]
    public int MinRows { get; init; } = 100;

    [ConfigKey("What every slice must hold.")]
    public required IReadOnlyList<SliceRuleSection> Rules { get; init; }
}
