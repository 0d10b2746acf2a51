using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Signature;

/// <summary>Whether callers of the champion can call the version.</summary>
public sealed record SignatureGateSection
{
    [ConfigKey("Whether a signature that breaks callers blocks.")]
    public bool Enabled { get; init; } = true;

    [ConfigKey("Whether a version without signature fails.")]
    public bool Required { get; init; } = true;
}
