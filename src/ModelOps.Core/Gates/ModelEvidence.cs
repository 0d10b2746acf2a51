using ModelOps.Core.Models;
using ModelOps.Core.Packaging;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Gates;

/// <summary>What is known of one model: its files, what the registry says of it, and what it does.</summary>
internal sealed record ModelEvidence
{
    /// <summary>Reference for people: <c>models:/name/7</c> or the path of a package.</summary>
    public required string Name { get; init; }

    /// <summary>A private copy of the files; null when they could not be had.</summary>
    public ModelDirectory? Directory { get; init; }

    /// <summary>What the files are.</summary>
    public ContentIdentity? Actual { get; init; }

    /// <summary>Why the files cannot be those that were registered, whatever their bytes; null where nothing speaks against it.</summary>
    public string? Excess { get; init; }

    /// <summary>What the registry says the files are; null when it does not say, or for a package that is not registered.</summary>
    public ContentIdentity? Registered { get; init; }

    /// <summary>Whether the registry was asked: a version without digest is no version of ours.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Tags of the version.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Description of the version, else that of the model.</summary>
    public string Description { get; init; } = "";

    /// <summary>Text of the model card.</summary>
    public Evidence<string> ModelCard { get; init; } = Evidence<string>.None;

    /// <summary>Predictions on the evaluation's rows, aligned with those of the other model.</summary>
    public Evidence<PredictionSet> Predictions { get; init; } = Evidence<PredictionSet>.None;

    /// <summary>Metrics that the team's own command wrote to a file, by name.</summary>
    public Evidence<IReadOnlyDictionary<string, double>> FileMetrics { get; init; } = Evidence<IReadOnlyDictionary<string, double>>.None;

    /// <summary>Metrics that were logged in the version's run, by name.</summary>
    public Evidence<IReadOnlyDictionary<string, double>> RunMetrics { get; init; } = Evidence<IReadOnlyDictionary<string, double>>.None;

    /// <summary>How fast the model loads and answers.</summary>
    public Evidence<RuntimeMeasurement> Runtime { get; init; } = Evidence<RuntimeMeasurement>.None;

    /// <summary>Profile of the inputs that the predictions were made on.</summary>
    public Evidence<DataProfile> Inputs { get; init; } = Evidence<DataProfile>.None;

    /// <summary>Profile that inputs are measured against.</summary>
    public Evidence<DataProfile> Reference { get; init; } = Evidence<DataProfile>.None;

    /// <summary>Values of an earlier validation by gate and check, as <c>gate/check</c>.</summary>
    public IReadOnlyDictionary<string, string> EarlierValues { get; init; } = new Dictionary<string, string>();

    /// <summary>Address of the report of that validation; null when it has none.</summary>
    public string? EarlierReport { get; init; }

    /// <summary>Digests of everything that was judged, by what it is.</summary>
    public IReadOnlyDictionary<string, string> Digests { get; init; } = new Dictionary<string, string>();
}
