using ModelOps.Core.Gates;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Models;
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
        GatheredCase gathered, GateReport report, ValidationVerdict verdict, ValidateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var directory = settings.Output ?? Path.GetFullPath(DefaultOutput, gathered.Candidate.Root);
        directory = settings.All || settings.Changed ? Path.Combine(directory, ModelFileName.Of(settings.Model!.Value)) : directory;
        var files = new ReportFiles(Path.Combine(directory, "report.html"), Path.Combine(directory, "report.md"), Path.Combine(directory, "report.json"));
        foreach (var file in (string[])[files.Html, files.Markdown, files.Json])
        {
            ReportPlace.Require(file, gathered.Candidate.Root);
        }

        var written = Create(gathered, report, verdict, context.Time.GetUtcNow()) with { Plan = ValidationPlan.Of(gathered.Candidate, verdict, settings) };
        return (files, await ReportWriter.WriteAsync(written, [files.Html, files.Markdown, files.Json], cancellationToken));
    }

    /// <summary>The head of a report that is not written, because an earlier verdict stands.</summary>
    public static string Standing(Candidate candidate, ValidationVerdict verdict, ValidateSettings settings, DateTimeOffset now) => ReportWriter.Head(ReportDocuments.HeadOf(new()
    {
        Title = TitleOf(candidate),
        Status = verdict.Status,
        Decision = verdict.Decision,
        IsStanding = true,
        CreatedAt = now,
        Facts = ValidationFacts.Of(candidate, championReport: null),
        Plan = ValidationPlan.Of(candidate, verdict, settings),
        Root = candidate.Root,
    }));

    private static ReleaseReport Create(GatheredCase gathered, GateReport report, ValidationVerdict verdict, DateTimeOffset now)
    {
        var (candidate, subject) = (gathered.Candidate, gathered.Case);
        var opponent = subject.Champion is { } present ? present.Predictions.Value : Baseline(subject, report);
        return new()
        {
            Title = TitleOf(candidate),
            Status = verdict.Status,
            Decision = verdict.Decision,
            CreatedAt = now,
            Facts = ValidationFacts.Of(candidate, subject.Champion?.EarlierReport),
            Root = candidate.Root,
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

    private static string TitleOf(Candidate candidate) =>
        candidate.Version is { } version ? $"{candidate.Model}, version {version.Version}" : $"{candidate.Model}, package {Path.GetFileName(candidate.Package)}";

    private static IEnumerable<ReportFact> Digests(string whose, ModelEvidence evidence) =>
        evidence.Digests.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ReportFact($"{whose}: {pair.Key}", pair.Value));
}
