using ModelOps.Core.Contract;

namespace ModelOps.Core.Checks;

/// <summary>A finding that is accepted for a while.</summary>
public sealed record WaiverSection
{
    [ConfigKey("Code of the rule.", Example = "MOP1010")]
    public required string Rule { get; init; }

    [ConfigKey("Why it is accepted.", Example = "pinned by the vendor")]
    public required string Reason { get; init; }

    [ConfigKey("Last day on which the waiver holds, YYYY-MM-DD.", Example = "2027-03-31")]
    public required DateOnly Until { get; init; }

    [ConfigKey("Name of the model that the waiver is for. Default: all.")]
    public string? Model { get; init; }
}
