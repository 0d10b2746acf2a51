using ModelOps.Core.Contract;
using ModelOps.Core.Gates;

namespace ModelOps.Core.Configuration;

/// <summary>One model that is released from this repository.</summary>
public sealed record ModelSection
{
    [ConfigKey("Name of the registered model, without catalog and schema.", Example = "churn")]
    public required string Name { get; init; }

    [ConfigKey("Model directory, relative to this file.", Example = "models/churn")]
    public required string Path { get; init; }

    [ConfigKey("Description of the registered model.")]
    public string Description { get; init; } = "";

    [ConfigKey("Tags that register writes on a new version.", Example = "owner: health")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [ConfigKey("How its pipelines are tested.")]
    public TestsSection Tests { get; init; } = new();

    [ConfigKey("How it is trained.")]
    public TrainSection? Train { get; init; }

    [ConfigKey("Where its predictions on held-out rows come from.")]
    public EvaluationSection? Evaluation { get; init; }

    [ConfigKey("What a version has to pass before it becomes challenger.")]
    public GatesSection Gates { get; init; } = GatesSection.NotWritten;

    /// <summary>Whether modelops.yml says what a version has to pass, so that what gates ask for by default is asked.</summary>
    internal bool IsGated => Evaluation is not null || !ReferenceEquals(Gates, GatesSection.NotWritten);
}
