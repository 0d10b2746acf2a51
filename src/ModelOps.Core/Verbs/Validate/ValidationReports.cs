using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Running;
using ModelOps.Evaluation;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Writes the reports of a validation, whatever its verdict.</summary>
internal static class ValidationReports
{
    private const string DefaultOutput = ".modelops/validation";

    /// <summary>Writes all three.</summary>
    /// <returns>Where they are, and what they say.</returns>
    public static async Task<(ReportFiles Files, ReportDocument Document)> WriteAsync(
        GatheredCase gathered, GateReport report, ValidationVerdict verdict, string? output, VerbContext context, CancellationToken cancellationToken)
    {
        var directory = output ?? Path.GetFullPath(DefaultOutput, gathered.Candidate.Root);
        var files = new ReportFiles(Path.Combine(directory, "report.html"), Path.Combine(directory, "report.md"), Path.Combine(directory, "report.json"));
        var written = Create(gathered, report, verdict, context.Time.GetUtcNow());
        return (files, await ReportWriter.WriteAsync(written, [files.Html, files.Markdown, files.Json], cancellationToken));
    }

    private static ReleaseReport Create(GatheredCase gathered, GateReport report, ValidationVerdict verdict, DateTimeOffset now)
    {
        var (candidate, subject) = (gathered.Candidate, gathered.Case);
        var opponent = subject.Champion is { } present ? present.Predictions.Value : Baseline(subject, report);
        return new()
        {
            Title = candidate.Version is { } version ? $"{candidate.Model}, version {version.Version}" : $"{candidate.Model}, package {Path.GetFileName(candidate.Package)}",
            Status = verdict.Status,
            Decision = verdict.Decision,
            CreatedAt = now,
            Facts = [.. Facts(candidate).Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new ReportFact(fact.Name, fact.Value!))],
            Gates = report.Checks,
            Comparison = report.Comparison,
            Challenger = subject.Candidate.Predictions.Value,
            Champion = opponent,
            ChampionName = subject.Champion?.Name ?? (opponent is null ? "" : BaselineEvidence.Name),
            Evidence = [.. Digests("candidate", subject.Candidate), .. subject.Champion is { } champion ? Digests("champion", champion) : []],
        };
    }

    private static PredictionSet? Baseline(GateCase subject, GateReport report) =>
        report.Comparison is null ? null : subject.Baseline.Value ?? (subject.Candidate.Predictions.Value is { } ours ? Baselines.Constant(ours) : null);

    private static IEnumerable<(string Name, string? Value)> Facts(Candidate candidate)
    {
        var tags = candidate.Version?.Tags;
        yield return ("Environment", candidate.Environment.Name);
        yield return ("Reference", candidate.Version?.Uri ?? candidate.Package);
        yield return ("Champion", candidate switch
        {
            { Champion: { } champion } => $"{champion.Uri} ({candidate.ChampionPlace.Environment.Name})",
            { IsChampion: true } => $"this version itself ({candidate.ChampionPlace.Environment.Name}), so it is compared with the baseline",
            _ => "none",
        });
        yield return ("Commit", tags?.GetValueOrDefault(VersionTags.Commit) ?? candidate.Build.Commit);
        yield return ("Branch", tags?.GetValueOrDefault(VersionTags.Branch) ?? candidate.Build.Branch);
        yield return ("Repository", tags?.GetValueOrDefault(VersionTags.Repository) ?? candidate.Build.Repository);
        yield return ("Copied from", tags?.GetValueOrDefault(VersionTags.CopiedFrom));
        yield return ("Pull request", candidate.Build.PullRequest);
        yield return ("Validated by", candidate.Build.Actor);
        yield return ("Build", candidate.Build.BuildUrl);
    }

    private static IEnumerable<ReportFact> Digests(string whose, ModelEvidence evidence) =>
        evidence.Digests.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ReportFact($"{whose}: {pair.Key}", pair.Value));
}
