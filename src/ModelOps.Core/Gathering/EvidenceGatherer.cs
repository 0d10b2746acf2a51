using ModelOps.Abstractions.IO;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Judging;
using ModelOps.Core.Running;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gathering;

/// <summary>Gathers all that the gates of a candidate judge. Changes nothing but the predictions that are kept for the next run.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="settings">The call.</param>
/// <param name="context">The verb's context.</param>
internal sealed class EvidenceGatherer(Candidate candidate, CandidateSettings settings, VerbContext context)
{
    private readonly EvidenceNeeds _needs = EvidenceNeeds.Of(candidate.Section.Gates).For(candidate.Section.Evaluation is not null);
    private readonly CommandStarter _starter = new(context, candidate.Build, candidate.Root);

    /// <summary>Finds a candidate and gathers its evidence.</summary>
    public static async Task<GatheredCase> GatherAsync(CandidateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var candidate = await CandidateResolver.ResolveAsync(settings, context, cancellationToken);
        try
        {
            return await new EvidenceGatherer(candidate, settings, context).GatherAsync(ownsCandidate: true, cancellationToken);
        }
        catch
        {
            await candidate.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gathers the evidence of a candidate that somebody else closes.</summary>
    public Task<GatheredCase> GatherAsync(CancellationToken cancellationToken) => GatherAsync(ownsCandidate: false, cancellationToken);

    private async Task<GatheredCase> GatherAsync(bool ownsCandidate, CancellationToken cancellationToken)
    {
        var owned = new List<IDisposable>();
        try
        {
            var (subject, seal) = await GatherAsync(owned, cancellationToken);
            return new(candidate, subject, seal, owned) { OwnsCandidate = ownsCandidate };
        }
        catch
        {
            owned.ForEach(part => part.Dispose());
            throw;
        }
    }

    private async Task<(GateCase Case, EvidenceSeal Seal)> GatherAsync(List<IDisposable> owned, CancellationToken cancellationToken)
    {
        // What cannot be read with these columns is wrong in modelops.yml, whatever a command would write.
        var columns = candidate.Section.Evaluation is { } evaluation && _needs.Predictions ? ColumnChoice.Of(_needs, evaluation) : null;
        var output = new PrivateDirectory();
        owned.Add(output);
        var fetcher = new ModelFetcher(context, candidate.Catalog);
        var challenger = candidate.Version is { } version
            ? await fetcher.FetchAsync(version, cancellationToken)
            : await fetcher.FetchAsync(candidate.Package!, candidate.Environment, cancellationToken);
        owned.Add(challenger);
        var champion = candidate.Champion is null ? null : await new ModelFetcher(context, candidate.ChampionPlace.Catalog).FetchAsync(candidate.Champion, cancellationToken);
        if (champion is not null)
        {
            owned.Add(champion);
        }

        var seal = await EvidenceSeal.TakeAsync(candidate, champion is null ? [challenger] : [challenger, champion], cancellationToken);
        context.OnStep("models fetched");
        var source = new PredictionSource(context, candidate, _starter, settings.Refresh);
        var evidence = new PredictionEvidence(context, source, _needs);
        // The champion first: what runs for the challenger cannot touch predictions that are read already.
        var theirs = champion is null
            ? await new BaselineEvidence(candidate, _needs, context).ReadAsync(columns, cancellationToken)
            : await evidence.ReadAsync(champion, columns, output.Below("champion"), cancellationToken);
        var ours = await evidence.ReadAsync(challenger, columns, output.Below("challenger"), cancellationToken);
        var (ourRows, theirRows) = evidence.Align(ours.Predictions, theirs.Predictions, challenger.Name, champion?.Name ?? BaselineEvidence.Name);
        context.OnStep("predictions read");

        var describer = new ModelDescriber(candidate, context, _starter, _needs);
        var subject = new GateCase
        {
            Model = new() { Name = candidate.Section.Name, Gates = candidate.Section.Gates, HasEvaluation = candidate.Section.Evaluation is not null, IsGated = candidate.Section.IsGated },
            CheckLimits = context.Configuration.Check,
            Today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime),
            Root = candidate.Root,
            Seed = settings.Seed,
            IsChampion = candidate.IsChampion,
            Baseline = champion is null ? theirRows : Evidence<PredictionSet>.None,
            Candidate = await describer.DescribeCandidateAsync(
                challenger, ours with { Predictions = ourRows, Digests = WithBaseline(ours, champion is null ? theirs : new()) }, source.DataDigest, cancellationToken),
            Champion = champion is null ? null : await describer.DescribeChampionAsync(champion, theirs with { Predictions = theirRows }, cancellationToken),
        };
        source.DropForeign();
        return (subject, seal);
    }

    private static Dictionary<string, string> WithBaseline(ModelPredictions ours, ModelPredictions baseline) => new(ours.Digests.Concat(baseline.Digests), StringComparer.Ordinal);
}
