using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>Bad candidates that gates verify makes.</summary>
public sealed record VerifySection
{
    [ConfigKey("Mutants that a gate must stop. Default: all that a configured gate is there for.", Example = "[shuffled-predictions, dropped-column]")]
    public IReadOnlyList<string> Required { get; init; } = [];

    [ConfigKey("Mutants that may survive.", Example = "[small-degradation]")]
    public IReadOnlyList<string> Optional { get; init; } = [];
}
