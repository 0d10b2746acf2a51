using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Cache;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Running;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Finds the predictions of models: kept from before, made by the team's command, or among the artifacts of a run.</summary>
/// <param name="context">The verb's context.</param>
/// <param name="candidate">What is judged.</param>
/// <param name="starter">Prepares commands.</param>
/// <param name="refresh">Whether what is kept from before does not count.</param>
internal sealed class PredictionSource(VerbContext context, Candidate candidate, CommandStarter starter, bool refresh)
{
    private readonly PredictionCache _cache = new(candidate.Root);
    private string? _dataDigest;

    /// <summary>Digest of the held-out data; null when nobody asked for it, or modelops.yml names none.</summary>
    public string? DataDigest => _dataDigest;

    /// <summary>Whether modelops.yml says where predictions come from.</summary>
    public bool IsNamed => candidate.Section.Evaluation is { } section && (section.Run ?? section.Artifact) is not null;

    /// <summary>Finds the predictions of a model.</summary>
    /// <param name="subject">The model.</param>
    /// <param name="needsMetrics">Whether predictions without metrics of the team's own are of no use.</param>
    /// <param name="output">A private directory for the files.</param>
    /// <param name="cancellationToken">Ends the command or the transfer.</param>
    /// <exception cref="ModelOpsException">There are none, and why.</exception>
    public async Task<FoundPredictions> FindAsync(GatheredModel subject, bool needsMetrics, string output, CancellationToken cancellationToken)
    {
        var section = candidate.Section.Evaluation ?? throw Nothing("no `evaluation`");
        if (TeamCommand.Of(section) is { } command)
        {
            return await RunAsync(section, command, subject, needsMetrics, output, cancellationToken);
        }

        if (section.Artifact is not { } artifact)
        {
            throw Nothing("an `evaluation` with neither run nor artifact");
        }

        var target = Path.Combine(output, PredictionFormat.CopyName(artifact, section.Format));
        await RunArtifact.DownloadAsync(subject.Catalog, subject.Runs, artifact, target, cancellationToken);
        return new(new(target, Metrics: null), KeepAs: null);
    }

    /// <summary>Drops what a command put among the predictions that are kept: they would be taken for those of another model.</summary>
    public void DropForeign()
    {
        if (_cache.DropForeign() is > 0 and var dropped)
        {
            context.Relay($"modelops: evaluation: {dropped} kept predictions were written or changed while commands ran, and are dropped");
        }
    }

    /// <summary>Keeps predictions that have proved readable for the next run.</summary>
    public async Task KeepAsync(FoundPredictions found, CancellationToken cancellationToken)
    {
        if (found.KeepAs is { } key && await _cache.KeepAsync(key, candidate.Section.Evaluation!.Format, found.Files, cancellationToken) is { } problem)
        {
            context.Relay($"modelops: evaluation: the predictions are not kept: {problem}");
        }
    }

    private async Task<FoundPredictions> RunAsync(
        EvaluationSection section, TeamCommand command, GatheredModel subject, bool needsMetrics, string output, CancellationToken cancellationToken)
    {
        if (subject.FindProblem() is { } problem)
        {
            throw new ModelOpsException(ExitCode.CouldNotRun, EvaluationDiagnostics.CommandFailed.At($"The command under evaluation was not started: {problem}."));
        }

        var files = subject.Files!;
        var key = await KeyAsync(section, command, files, cancellationToken);
        if (key is not null && !refresh
            && await _cache.FindAsync(key, section.Format, output, cancellationToken) is { } kept
            && (kept.Metrics is not null || !needsMetrics))
        {
            context.Relay($"modelops: evaluation: the predictions of {subject.Name} are kept from before");
            return new(kept, KeepAs: null);
        }

        _cache.Seal();
        var made = await new EvaluationCommand(starter, command, section, candidate.Root).RunAsync(files.Path, subject.Name, output, cancellationToken);
        return new(made, key);
    }

    // Without data that is named nobody can tell whether what was kept is still true.
    private async Task<string?> KeyAsync(EvaluationSection section, TeamCommand command, MaterializedModel files, CancellationToken cancellationToken)
    {
        if (section.Data is null)
        {
            return null;
        }

        _dataDigest ??= await Predictions.DataDigest.ComputeAsync(Path.GetFullPath(section.Data, candidate.Root), context.Progress, cancellationToken);
        return await PredictionKey.ComputeAsync(files.Identity, _dataDigest, command, section.Format, candidate.Root, cancellationToken);
    }

    private ModelOpsException Nothing(string what) => new(ExitCode.CouldNotRun, EvaluationDiagnostics.NoEvaluation.At(
        $"'{candidate.Section.Name}' has {what} in modelops.yml, so there are no predictions for {string.Join(", ", EvidenceNeeds.GatesWithPredictions(candidate.Section.Gates))}: "
        + "add evaluation.run, the command that makes them, or evaluation.artifact, the file in the version's run that has them.", context.Configuration.File is { } file ? new(file) : null));
}
