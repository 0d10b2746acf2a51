using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Reporting;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What a report says of the version that was judged, and where there is more: its commit, the build, the report of the champion.</summary>
internal static class ValidationFacts
{
    /// <summary>The facts that are known.</summary>
    /// <param name="candidate">What was judged.</param>
    /// <param name="championReport">Where the champion's report is; null when it has no address of the web.</param>
    public static IReadOnlyList<ReportFact> Of(Candidate candidate, string? championReport)
    {
        var tags = candidate.Version?.Tags;
        var commit = tags?.GetValueOrDefault(VersionTags.Commit) ?? candidate.Build.Commit;
        var repository = tags?.GetValueOrDefault(VersionTags.Repository) ?? candidate.Build.Repository;
        (string Name, string? Value, string? Link)[] facts =
        [
            ("Environment", candidate.Environment.Name, null),
            ("Reference", candidate.Version?.Uri ?? candidate.Package, null),
            ("Champion", ChampionOf(candidate), championReport),
            ("Commit", commit, ReportLink.Commit(repository, commit)),
            ("Branch", tags?.GetValueOrDefault(VersionTags.Branch) ?? candidate.Build.Branch, null),
            ("Tag", candidate.Build.Tag, null),
            ("Repository", repository, ReportLink.Web(repository)),
            ("Copied from", tags?.GetValueOrDefault(VersionTags.CopiedFrom), null),
            ("Pull request", candidate.Build.PullRequest, null),
            ("Validated by", candidate.Build.Actor, null),
            ("Build", candidate.Build.BuildUrl, ReportLink.Web(candidate.Build.BuildUrl)),
        ];
        return [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new ReportFact(fact.Name, fact.Value!) { Link = fact.Link })];
    }

    private static string ChampionOf(Candidate candidate) => candidate switch
    {
        { Champion: { } champion } => $"{champion.Uri} ({candidate.ChampionPlace.Environment.Name})",
        { IsChampion: true } => $"this version itself ({candidate.ChampionPlace.Environment.Name}), so it is compared with the baseline",
        _ => "none",
    };
}
