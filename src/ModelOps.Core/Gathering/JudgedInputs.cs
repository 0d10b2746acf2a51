using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;

namespace ModelOps.Core.Gathering;

/// <summary>
/// What a verdict rests on, as digests: files of the model, files that modelops.yml names as evidence, the model's section, limits and waivers of check.
/// Beside it the champion that it was compared with. A version carries both, so that a later run sees whether its verdict still stands.
/// </summary>
/// <param name="Evidence">Digest of all evidence but the champion.</param>
/// <param name="Champion">Digest of the champion's content; empty when there is none.</param>
internal sealed record JudgedInputs(string Evidence, string Champion)
{
    // Changed whenever gates come to judge otherwise, so that no verdict of another release is taken over.
    private const string Format = "1";

    /// <summary>Reads what is judged. Nothing of it is changed.</summary>
    /// <param name="candidate">What is judged.</param>
    /// <param name="seed">Seed of the call; null for that of modelops.yml.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The digests; null where they cannot be told, such as for a version without a digest.</returns>
    public static async Task<JudgedInputs?> FindAsync(Candidate candidate, int? seed, VerbContext context, CancellationToken cancellationToken)
    {
        if (candidate.Version is not { } version || ContentIdentity.Of(version) is not { } content)
        {
            return null;
        }

        var check = context.Configuration.Check;
        var today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
        var facts = new JudgedFacts(
            Format,
            content,
            seed,
            candidate.Section,
            check,
            [.. check.Waive.Select(waiver => waiver.Until >= today)],
            version.Description,
            [.. version.Tags.Where(tag => !VersionTags.IsReserved(tag.Key)).OrderBy(tag => tag.Key, StringComparer.Ordinal)],
            await FilesAsync(candidate, context, cancellationToken));
        return new(facts.Digest(), candidate.Champion is { } champion ? ContentIdentity.Of(champion)?.Digest ?? champion.Uri : "");
    }

    /// <summary>The digests of a tag.</summary>
    public static JudgedInputs? Of(string? tag) => tag?.Split(' ') is [var evidence, var champion] ? new(evidence, champion) : null;

    /// <summary>Text of a tag.</summary>
    public override string ToString() => $"{Evidence} {Champion}";

    private static async Task<IReadOnlyList<string>> FilesAsync(Candidate candidate, VerbContext context, CancellationToken cancellationToken)
    {
        var digests = new List<string>();
        TeamCommand?[] commands =
        [
            candidate.Section.Evaluation is { } evaluation ? TeamCommand.Of(evaluation) : null,
            EvidenceNeeds.Of(candidate.Section.Gates).Scoring is { } scoring ? TeamCommand.Of(scoring) : null,
        ];
        foreach (var command in commands.OfType<TeamCommand>())
        {
            digests.AddRange(await command.FileDigestsAsync(candidate.Root, cancellationToken));
        }

        foreach (var path in SealedFiles.Of(candidate.Section).Select(path => Path.GetFullPath(path, candidate.Root)))
        {
            digests.Add(Path.Exists(path) ? await DataDigest.ComputeAsync(path, context.Progress, cancellationToken) : "");
        }

        return digests;
    }
}
