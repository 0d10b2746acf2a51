using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gathering.Models;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Puts the outputs of a validation together.</summary>
internal static class ValidationResults
{
    /// <summary>Outputs of a run that judged nothing, because an earlier verdict stands.</summary>
    /// <param name="candidate">What was to be judged.</param>
    /// <param name="verdict">The verdict that stands.</param>
    /// <param name="alias">Alias that the version has by it; null when it has none.</param>
    public static ValidateResult Create(Candidate candidate, ValidationVerdict verdict, AliasName? alias) => new()
    {
        Model = candidate.Model,
        Environment = candidate.Environment.Name,
        Version = candidate.Version?.Version,
        Uri = candidate.Version?.Uri,
        Digest = candidate.Version?.Tags.GetValueOrDefault(VersionTags.Digest) ?? "",
        Status = verdict.Status,
        Decision = verdict.Decision,
        Skipped = true,
        Alias = alias,
        Champion = candidate.Champion?.Uri,
        Gates = [],
    };

    /// <summary>Outputs.</summary>
    /// <param name="candidate">What was judged.</param>
    /// <param name="judgement">What came of it.</param>
    /// <param name="alias">Alias that the version got; null when it got none.</param>
    public static ValidateResult Create(Candidate candidate, Judgement judgement, AliasName? alias) => new()
    {
        Model = candidate.Model,
        Environment = candidate.Environment.Name,
        Version = candidate.Version?.Version,
        Uri = candidate.Version?.Uri,
        Digest = judgement.Actual?.Digest ?? "",
        Status = judgement.Verdict.Status,
        Decision = judgement.Verdict.Decision,
        Alias = alias,
        Champion = judgement.Report.Comparison is null ? null : candidate.Champion?.Uri,
        IsBaseline = judgement.Report.Comparison is not null && candidate.Champion is null,
        Verdict = judgement.Report.Comparison?.Primary.Verdict,
        Gates = judgement.Report.Checks,
        Comparisons = judgement.Report.Comparison is { } comparison ? [comparison.Primary, .. comparison.Others] : [],
        HtmlReport = judgement.Files.Html,
        MarkdownReport = judgement.Files.Markdown,
        JsonReport = judgement.Files.Json,
    };
}
