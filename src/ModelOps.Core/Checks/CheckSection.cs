using ModelOps.Core.Contract;

namespace ModelOps.Core.Checks;

/// <summary>Limits, severities and waivers of <c>check</c>.</summary>
public sealed record CheckSection
{
    [ConfigKey("Largest size of a model directory, in MiB.")]
    public int MaxSizeMb { get; init; } = 2048;

    [ConfigKey("Oldest mlflow version that a model may be written with.", Example = "2.0")]
    public string MinMlflow { get; init; } = "1.0";

    [ConfigKey("Conda channels that are allowed.")]
    public IReadOnlyList<string> Channels { get; init; } = ["conda-forge"];

    [ConfigKey("Whether policy fails the check: no signature, unpinned dependencies, channels and whatever else is a warning.")]
    public bool Strict { get; init; }

    [ConfigKey("How bad the findings of a rule are, by its code. Pointers, unsafe names and credentials stay errors.", Example = "{ MOP1005: error, MOP1018: off }")]
    public IReadOnlyDictionary<string, RuleSeverity> Severity { get; init; } = new Dictionary<string, RuleSeverity>();

    [ConfigKey("Findings that are accepted for a while.")]
    public IReadOnlyList<WaiverSection> Waive { get; init; } = [];
}
