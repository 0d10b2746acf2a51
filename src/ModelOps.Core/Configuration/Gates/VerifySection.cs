namespace ModelOps.Core.Configuration.Gates;

/// <summary>Bad candidates that gates verify makes.</summary>
public sealed record VerifySection
{
    /// <summary>Mutants that a gate must stop. Default: all that a configured gate is there for.</summary>
    [ConfigKey("Mutants that a gate must stop. Default: all that a configured gate is there for.", Example = "[shuffled-predictions, dropped-column]")]
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Mutants that may survive.</summary>
    [ConfigKey("Mutants that may survive.", Example = "[small-degradation]")]
    public IReadOnlyList<string> Optional { get; init; } = [];
}
