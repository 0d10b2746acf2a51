namespace ModelOps.Core.Configuration;

/// <summary>How a model's pipelines are tested.</summary>
public sealed record TestsSection
{
    /// <summary>Stages of the suite <c>unit</c>, in order.</summary>
    [ConfigKey("Stages of the unit suite, in order. They need no catalog.")]
    public IReadOnlyList<StageSection> Unit { get; init; } = [];

    /// <summary>Stages of the suite <c>integration</c>, in order.</summary>
    [ConfigKey("Stages of the integration suite, in order: features, training, inference, monitoring. They get an ephemeral catalog.")]
    public IReadOnlyList<StageSection> Integration { get; init; } = [];
}
