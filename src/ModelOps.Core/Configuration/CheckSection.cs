namespace ModelOps.Core.Configuration;

/// <summary>Limits and waivers of <c>check</c>.</summary>
public sealed record CheckSection
{
    /// <summary>Largest size of a model directory, in MiB.</summary>
    [ConfigKey("Largest size of a model directory, in MiB.")]
    public int MaxSizeMb { get; init; } = 2048;

    /// <summary>Oldest mlflow version that the servers accept.</summary>
    [ConfigKey("Oldest mlflow version that a model may be written with.", Example = "2.0")]
    public string MinMlflow { get; init; } = "1.0";

    /// <summary>Conda channels that are allowed.</summary>
    [ConfigKey("Conda channels that are allowed.")]
    public IReadOnlyList<string> Channels { get; init; } = ["conda-forge"];

    /// <summary>Findings that are accepted for a while.</summary>
    [ConfigKey("Findings that are accepted for a while.")]
    public IReadOnlyList<WaiverSection> Waive { get; init; } = [];
}
