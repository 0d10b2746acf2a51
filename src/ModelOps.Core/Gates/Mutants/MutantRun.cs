using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>Makes bad candidates of a good one, one after the other, and asks the gates about each.</summary>
/// <param name="gates">The gates.</param>
/// <param name="progress">Shows the work.</param>
internal sealed class MutantRun(IReadOnlyList<IGate> gates, IProgressSink progress)
{
    private const int MaxDetail = 300;

    /// <summary>Judges mutants.</summary>
    /// <param name="good">A candidate that passes.</param>
    /// <param name="mutants">The mutants.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">The candidate does not pass itself (exit 3), or cannot be judged (exit 9).</exception>
    public async Task<MutantReport> RunAsync(GateCase good, IReadOnlyList<Mutant> mutants, CancellationToken cancellationToken)
    {
        var judgement = GoodJudgement.Of(good, gates, cancellationToken);
        var files = await ReadFilesAsync(good, cancellationToken);
        var outcomes = new List<MutantOutcome>();
        using var task = progress.Start("Judging mutants", mutants.Count);
        foreach (var mutant in mutants)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var workspace = new MutantWorkspace(good.EffectiveSeed, files);
            outcomes.Add(Judge(mutant, judgement, workspace, cancellationToken));
            task.Advance(1);
        }

        return new(outcomes, [.. gates.Select(gate => gate.Name).Where(gate => judgement.StatusOf(gate) == GateStatus.NotEnoughEvidence)]);
    }

    private MutantOutcome Judge(Mutant mutant, GoodJudgement judgement, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var isWatched = judgement.StatusOf(mutant.Gate) != GateStatus.NotJudged;
        var isRequired = IsRequired(mutant, judgement.Case.Model.Gates.Verify, isWatched);
        var nobody = isWatched ? "" : $"The gate judges nothing: {judgement.ReasonOf(mutant.Gate).TrimEnd('.')}.";
        if (mutant.Make(judgement.Case, workspace, cancellationToken) is not { } bad)
        {
            // Without its gate nobody would see it, whatever it is made from.
            return isWatched
                ? new(mutant, isRequired, MutantStatus.NotMade, [], $"It is made from {mutant.Needs}.")
                : new(mutant, isRequired, MutantStatus.Survived, [], nobody);
        }

        var stops = judgement.FindStops(judgement.Judge(bad, gates, cancellationToken));
        return stops.Count == 0
            ? new(mutant, isRequired, MutantStatus.Survived, [], nobody)
            : new(mutant, isRequired, MutantStatus.Stopped, [.. stops.Select(check => check.Gate).Distinct()], Describe(mutant, stops));
    }

    private static bool IsRequired(Mutant mutant, VerifySection verify, bool isWatched) =>
        verify.Required.Count > 0
            ? verify.Required.Contains(mutant.Name)
            : isWatched && !mutant.MaySurvive && !verify.Optional.Contains(mutant.Name);

    // Its own gate has the first word, where it is among those that stop it.
    private static string Describe(Mutant mutant, IReadOnlyList<GateCheck> stops)
    {
        var check = stops.FirstOrDefault(check => check.Gate == mutant.Gate) ?? stops[0];
        var found = string.Join(", expected ", new[] { check.Value, check.Limit }.Where(text => text.Length > 0));
        var text = string.Join(": ", new[] { check.Check, found, check.Message }.Where(part => part.Length > 0));
        return text.Length <= MaxDetail ? text : string.Concat(text.AsSpan(0, MaxDetail - 1), "…");
    }

    private async Task<ContentDigest?> ReadFilesAsync(GateCase good, CancellationToken cancellationToken)
    {
        if (good.Candidate.Directory is not { } directory)
        {
            return null;
        }

        await using var content = DirectoryContent.OpenAsIs(directory.Root);
        return await ContentHasher.ComputeAsync(content, progress, cancellationToken);
    }
}
