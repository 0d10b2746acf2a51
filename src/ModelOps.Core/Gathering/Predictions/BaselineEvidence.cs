using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Running;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Reads the predictions of a heuristic, which a version has to beat while there is no champion.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="needs">What the gates ask for.</param>
/// <param name="context">The verb's context.</param>
internal sealed class BaselineEvidence(Candidate candidate, EvidenceNeeds needs, VerbContext context)
{
    /// <summary>What the heuristic is called.</summary>
    public const string Name = "baseline";

    private string? Predictions => candidate.Champion is null && needs.Baseline is { } file
        ? Path.GetFullPath(file, candidate.Root)
        : null;

    /// <summary>The predictions with their digest; nothing when they are not needed.</summary>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public async Task<ModelPredictions> ReadAsync(PredictionColumns? columns, CancellationToken cancellationToken)
    {
        if (Predictions is not { } path || columns is null)
        {
            return new();
        }

        var set = await EvidenceAttempt.OfAsync(() => PredictionReader.ReadAsync(path, columns, cancellationToken), context);
        return set.Value is null
            ? new() { Predictions = set }
            : new() { Predictions = set, Digests = new Dictionary<string, string> { [Name] = await CheckedFile.HashAsync(path, cancellationToken) } };
    }
}
