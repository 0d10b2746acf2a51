namespace ModelOps.Core.Configuration.Gates;

/// <summary>Which rules of check block.</summary>
public sealed record PackageGateSection
{
    /// <summary>Whether the rules of check block.</summary>
    [ConfigKey("Whether the rules of check block.")]
    public bool Enabled { get; init; } = true;

    /// <summary>Whether warnings block like errors.</summary>
    [ConfigKey("Whether warnings block like errors.")]
    public bool Warnings { get; init; } = false;
}
