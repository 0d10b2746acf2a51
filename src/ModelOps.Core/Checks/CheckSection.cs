using ModelOps.Core.Contract;

namespace ModelOps.Core.Checks;

/// <summary>Limits and waivers of <c>check</c>.</summary>
public sealed record CheckSection
{
    [ConfigKey("Largest size of a model directory, in MiB.")]
    public int MaxSizeMb { get; init; } = 2048;

    [ConfigKey("Oldest mlflow version that a model may be written with.", Example = "2.0")]
    public string MinMlflow { get; init; } = "1.0";

    [ConfigKey("Conda channels that are allowed.")]
    public IReadOnlyList<string> Channels { get; init; } = ["conda-forge"];

    [ConfigKey("Findings that are accepted for a while.")]
    public IReadOnlyList<WaiverSection> Waive { get; init; } = [];
}
