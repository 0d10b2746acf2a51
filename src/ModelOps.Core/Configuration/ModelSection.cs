using ModelOps.Core.Configuration.Gates;

namespace ModelOps.Core.Configuration;

/// <summary>One model that is released from this repository.</summary>
public sealed record ModelSection
{
    /// <summary>Name, without catalog and schema.</summary>
    [ConfigKey("Name of the registered model, without catalog and schema.", Example = "churn")]
    public required string Name { get; init; }

    /// <summary>Model directory, relative to modelops.yml.</summary>
    [ConfigKey("Model directory, relative to this file.", Example = "models/churn")]
    public required string Path { get; init; }

    /// <summary>Description of the registered model.</summary>
    [ConfigKey("Description of the registered model.")]
    public string Description { get; init; } = "";

    /// <summary>How its pipelines are tested.</summary>
    [ConfigKey("How its pipelines are tested.")]
    public TestsSection Tests { get; init; } = new();

    /// <summary>How it is trained; null when the toolkit does not train it.</summary>
    [ConfigKey("How it is trained.")]
    public TrainSection? Train { get; init; }

    /// <summary>Where its predictions come from; null when it has none.</summary>
    [ConfigKey("Where its predictions on held-out rows come from.")]
    public EvaluationSection? Evaluation { get; init; }

    /// <summary>What a version has to pass.</summary>
    [ConfigKey("What a version has to pass before it becomes challenger.")]
    public GatesSection Gates { get; init; } = GatesSection.NotWritten;

    /// <summary>Whether modelops.yml says what a version has to pass: no version that was never validated may then become challenger or champion.</summary>
    internal bool IsGated => Evaluation is not null || !ReferenceEquals(Gates, GatesSection.NotWritten);
}
