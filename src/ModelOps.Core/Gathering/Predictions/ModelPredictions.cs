using ModelOps.Core.Gates;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>What is known of one model from its evaluation.</summary>
internal sealed record ModelPredictions
{
    /// <summary>Predictions; not aligned yet.</summary>
    public Evidence<PredictionSet> Predictions { get; init; } = Evidence<PredictionSet>.None;

    /// <summary>Metrics of the team's own.</summary>
    public Evidence<IReadOnlyDictionary<string, double>> Metrics { get; init; } = Evidence<IReadOnlyDictionary<string, double>>.None;

    /// <summary>Digests of the files, by what they are.</summary>
    public IReadOnlyDictionary<string, string> Digests { get; init; } = new Dictionary<string, string>();
}
