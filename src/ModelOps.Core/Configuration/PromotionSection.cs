using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>What holds for every promotion.</summary>
public sealed record PromotionSection
{
    [ConfigKey("Whether a promotion may leave out an environment of the list: free warns of it, strict refuses every source but the environment before the target and the target itself.")]
    public PromotionOrder Order { get; init; }
}
