using ModelOps.Core.Gathering.Models;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What follows from a verdict, in sentences: the alias, and what a person has to do.</summary>
internal static class ValidationPlan
{
    /// <summary>The steps.</summary>
    public static IReadOnlyList<string> Of(Candidate candidate, ValidationVerdict verdict, ValidateSettings settings) => [Alias(candidate, verdict, settings), .. Next(verdict.Decision)];

    private static string Alias(Candidate candidate, ValidationVerdict verdict, ValidateSettings settings) => (candidate.Version, verdict.MakesChallenger) switch
    {
        (null, true) => $"A version of this package would become {settings.Alias} in {candidate.Environment.Name}; nothing is registered here.",
        (null, false) => $"No version of this package would become {settings.Alias} in {candidate.Environment.Name}; nothing is registered here.",
        ({ } version, true) when settings.DryRun => $"{version.Uri} would become {settings.Alias} in {candidate.Environment.Name}; this was a dry run.",
        ({ } version, true) => $"{version.Uri} becomes {settings.Alias} in {candidate.Environment.Name}.",
        ({ } version, false) => $"{version.Uri} does not become {settings.Alias} in {candidate.Environment.Name}.",
    };

    private static IEnumerable<string> Next(Decision decision) => decision switch
    {
        Decision.Approve => ["A person reads the report, and promotes with --allow-undecided or not at all."],
        Decision.Undecided => ["It may become champion where nobody is, or with --allow-undecided: give the model an evaluation, and the rows say which is better."],
        Decision.Canary => ["It may get a part of the requests; the champion stays."],
        Decision.Reject => ["What did not pass has to be mended, and the model registered anew."],
        _ => [],
    };
}
