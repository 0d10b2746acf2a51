using System.Security.Cryptography;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Gathering.Runtime;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Gathering;

/// <summary>Puts together what is known of each of the two models.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="context">The verb's context.</param>
/// <param name="starter">Prepares commands.</param>
/// <param name="needs">What the gates ask for.</param>
internal sealed class ModelDescriber(Candidate candidate, VerbContext context, CommandStarter starter, EvidenceNeeds needs)
{
    /// <summary>Everything about the candidate.</summary>
    public async Task<ModelEvidence> DescribeCandidateAsync(
        GatheredModel model, ModelPredictions predictions, string? dataDigest, CancellationToken cancellationToken)
    {
        var card = needs.ModelCard is { } path
            ? await EvidenceAttempt.OfAsync(() => ModelCardFile.ReadAsync(path, candidate.Root, model.Directory, cancellationToken), context)
            : Evidence<string>.None;
        var reference = needs.Profiles is { } profiles
            ? await EvidenceAttempt.OfAsync(() => DataEvidence.ReferenceAsync(profiles, candidate.Root, cancellationToken), context)
            : Evidence<DataProfile>.None;
        var inputs = needs.Profiles is { } measured && reference.Value is { } known
            ? await EvidenceAttempt.OfAsync(() => DataEvidence.InputsAsync(measured, known, candidate.Root, cancellationToken), context)
            : Evidence<DataProfile>.None;
        var evidence = Describe(model, predictions) with
        {
            ModelCard = card,
            Reference = reference,
            Inputs = inputs,
            Runtime = await MeasureAsync(model, cancellationToken),
        };
        var common = await CommonDigestsAsync(evidence, dataDigest, cancellationToken);
        return evidence with { Digests = new Dictionary<string, string>(evidence.Digests.Concat(common), StringComparer.Ordinal) };
    }

    /// <summary>What gates want to know of the champion.</summary>
    public async Task<ModelEvidence> DescribeChampionAsync(GatheredModel model, ModelPredictions predictions, CancellationToken cancellationToken)
    {
        var (values, report) = await EarlierValues.ReadAsync(candidate.ChampionPlace, model.Version!, context, cancellationToken);
        return Describe(model, predictions) with { EarlierValues = values, EarlierReport = report };
    }

    private ModelEvidence Describe(GatheredModel model, ModelPredictions predictions)
    {
        var digests = new Dictionary<string, string>(predictions.Digests, StringComparer.Ordinal);
        if (model.Files is { } files)
        {
            digests["model"] = files.Identity.Digest;
            digests["manifest"] = files.Identity.Manifest;
        }

        return new()
        {
            Name = model.Name,
            Directory = model.Directory,
            Actual = model.Files?.Identity,
            Excess = model.Excess,
            Registered = model.Version is { } version ? ContentIdentity.Of(version) : null,
            IsRegistered = model.Version is not null,
            Tags = model.Version?.Tags ?? candidate.Section.Tags,
            Description = model.Version is { Description.Length: > 0 } described ? described.Description : candidate.Section.Description,
            Predictions = predictions.Predictions,
            FileMetrics = predictions.Metrics,
            RunMetrics = RunMetrics(model),
            Digests = digests,
        };
    }

    private Evidence<IReadOnlyDictionary<string, double>> RunMetrics(GatheredModel model)
    {
        if (!needs.RunMetrics)
        {
            return Evidence<IReadOnlyDictionary<string, double>>.None;
        }

        return model.Runs.FirstOrDefault(run => run.Metrics.Count > 0) is { } run
            ? new(run.Metrics)
            : Evidence<IReadOnlyDictionary<string, double>>.Unavailable(
                $"Neither the run of {model.Name} nor the one that its MLmodel names has metrics in environment '{candidate.Environment.Name}'.");
    }

    private async Task<Evidence<RuntimeMeasurement>> MeasureAsync(GatheredModel model, CancellationToken cancellationToken)
    {
        if (needs.Scoring is not { } scoring || TeamCommand.Of(scoring) is not { } command)
        {
            return Evidence<RuntimeMeasurement>.None;
        }

        return model.FindProblem() is { } problem
            ? Evidence<RuntimeMeasurement>.Unavailable($"The scoring command was not started: {problem}.")
            : await EvidenceAttempt.OfAsync(
                () => new RuntimeEvidence(starter, candidate.Root).MeasureAsync(scoring, command, model.Files!.Path, model.Name, cancellationToken), context);
    }

    private async Task<Dictionary<string, string>> CommonDigestsAsync(ModelEvidence evidence, string? dataDigest, CancellationToken cancellationToken)
    {
        var rules = new RuleFacts(candidate.Section.Evaluation, candidate.Section.Gates).Document();
        var digests = new Dictionary<string, string>(StringComparer.Ordinal) { ["rules of modelops.yml"] = Digest(rules) };
        if (dataDigest is not null)
        {
            digests["data"] = dataDigest;
        }

        if (evidence.ModelCard.Value is { } card)
        {
            digests["model card"] = Digest(System.Text.Encoding.UTF8.GetBytes(card));
        }

        if (needs.Profiles is { } profiles && evidence.Inputs.Value is not null)
        {
            digests["inputs"] = await CheckedFile.HashAsync(Path.GetFullPath(profiles.Inputs, candidate.Root), cancellationToken);
            digests["reference"] = await CheckedFile.HashAsync(Path.GetFullPath(profiles.Reference, candidate.Root), cancellationToken);
        }

        return digests;
    }

    private static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
