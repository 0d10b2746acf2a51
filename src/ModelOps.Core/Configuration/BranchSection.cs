using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>Permission for branches to promote.</summary>
public sealed record BranchSection
{
    [ConfigKey("Branch name, or a tag's after refs/tags/, as in refs/tags/v*; * stands for any run of characters but '/', ** for any run at all.", Example = "release/*")]
    public required string Match { get; init; }

    [ConfigKey("Environment that these branches may promote to.", Example = "prod")]
    public required string Environment { get; init; }

    [ConfigKey("Alias that a promotion moves.", Example = "champion")]
    public AliasName Alias { get; init; } = AliasName.Champion;
}
