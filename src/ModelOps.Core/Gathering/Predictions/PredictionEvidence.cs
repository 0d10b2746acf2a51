using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Running;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Reads the predictions of both models and brings them into one order.</summary>
/// <param name="context">The verb's context.</param>
/// <param name="source">Where predictions come from.</param>
/// <param name="needs">What the gates ask for.</param>
internal sealed class PredictionEvidence(VerbContext context, PredictionSource source, EvidenceNeeds needs)
{
    // What modelops.yml does not say holds for both models, and is said once.
    private ModelPredictions? _nowhere;

    /// <summary>Predictions and metrics of one model.</summary>
    /// <param name="subject">The model.</param>
    /// <param name="columns">Which columns hold what; null when only metrics are asked for.</param>
    /// <param name="output">A private directory for its files.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    public async Task<ModelPredictions> ReadAsync(GatheredModel subject, PredictionColumns? columns, string output, CancellationToken cancellationToken)
    {
        if (!needs.Evaluation)
        {
            return new();
        }

        if (_nowhere is { } known)
        {
            return known;
        }

        var found = await EvidenceAttempt.OfAsync(() => source.FindAsync(subject, needs.FileMetrics, output, cancellationToken), context);
        if (found.Value is not { } files)
        {
            var none = new ModelPredictions
            {
                Predictions = Asked<PredictionSet>(needs.Predictions, found.Problem),
                Metrics = Asked<IReadOnlyDictionary<string, double>>(needs.FileMetrics, found.Problem),
            };
            _nowhere = source.IsNamed ? null : none;
            return none;
        }

        var digests = new Dictionary<string, string>(StringComparer.Ordinal) { ["predictions"] = await CheckedFile.HashAsync(files.Files.Predictions, cancellationToken) };
        if (files.Files.Metrics is { } written)
        {
            digests["metrics"] = await CheckedFile.HashAsync(written, cancellationToken);
        }

        var predictions = !needs.Predictions || columns is null
            ? Evidence<PredictionSet>.None
            : await EvidenceAttempt.OfAsync(() => PredictionReader.ReadAsync(files.Files.Predictions, columns, cancellationToken), context);
        var metrics = needs.FileMetrics
            ? await EvidenceAttempt.OfAsync(() => ReadMetricsAsync(files.Files, subject.Name, cancellationToken), context)
            : Evidence<IReadOnlyDictionary<string, double>>.None;
        if (predictions.Problem.Length == 0 && metrics.Problem.Length == 0)
        {
            await source.KeepAsync(files, cancellationToken);
        }

        return new() { Predictions = predictions, Metrics = metrics, Digests = digests };
    }

    /// <summary>Aligns the predictions of two models. Where that fails nobody can say which of them is wrong, so neither counts.</summary>
    public (Evidence<PredictionSet> Challenger, Evidence<PredictionSet> Champion) Align(
        Evidence<PredictionSet> challenger, Evidence<PredictionSet> champion, string challengerName, string championName)
    {
        if (challenger.Value is not { } ours || champion.Value is not { } theirs)
        {
            return (challenger, champion);
        }

        try
        {
            var (first, second) = RowAlignment.Align(ours, theirs, challengerName, championName);
            return (new(first), new(second));
        }
        catch (ModelOpsException failure)
        {
            var unavailable = EvidenceAttempt.Unavailable<PredictionSet>(failure, context);
            return (unavailable, unavailable);
        }
    }

    private static Evidence<T> Asked<T>(bool isAsked, string problem)
        where T : class => isAsked ? Evidence<T>.Unavailable(problem) : Evidence<T>.None;

    private static Task<IReadOnlyDictionary<string, double>> ReadMetricsAsync(PredictionFiles files, string name, CancellationToken cancellationToken) =>
        files.Metrics is { } path
            ? MetricsFile.ReadAsync(path, cancellationToken)
            : throw new ModelOpsException(ExitCode.CouldNotRun, EvaluationDiagnostics.CommandFailed.At(
                $"The evaluation of {name} wrote no metrics: gates.metrics asks for some from its file ({{metrics}})."));
}
