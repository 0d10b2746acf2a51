using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Package;

/// <summary>Which rules of check block.</summary>
public sealed record PackageGateSection
{
    [ConfigKey("Whether the rules of check block.")]
    public bool Enabled { get; init; } = true;

    [ConfigKey("Whether warnings block like errors.")]
    public bool Warnings { get; init; } = false;
}
