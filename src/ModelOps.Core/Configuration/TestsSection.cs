using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>How a model's pipelines are tested.</summary>
public sealed record TestsSection
{
    [ConfigKey("Stages of the unit suite, in order. They need no catalog.")]
    public IReadOnlyList<StageSection> Unit { get; init; } = [];

    [ConfigKey("Stages of the integration suite, in order: features, training, inference, monitoring. They get an ephemeral catalog.")]
    public IReadOnlyList<StageSection> Integration { get; init; } = [];
}
