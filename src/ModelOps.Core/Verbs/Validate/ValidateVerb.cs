using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Runs the gates on a version, writes the verdict, and makes it challenger when it passes.</summary>
internal sealed class ValidateVerb : IVerb<ValidateSettings, ValidateResult>
{
    public async Task<VerbOutcome<ValidateResult>> RunAsync(ValidateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        await using var candidate = await CandidateResolver.ResolveAsync(settings, context, cancellationToken);
        var alias = candidate.Version is { } judged ? new VerdictAlias(candidate, judged, settings, context) : null;
        if (alias is not null && !settings.DryRun)
        {
            await alias.RequireAsync(cancellationToken);
        }

        var inputs = await JudgedInputs.FindAsync(candidate, settings.Seed, context, cancellationToken);
        if (!settings.Refresh && StandingVerdict.Find(candidate, inputs) is { } standing
            && await alias!.IsWhereItBelongsAsync(standing, cancellationToken) && !await WasKilledAsync(candidate, settings, context, cancellationToken))
        {
            context.Summarize(ValidationReports.Standing(candidate, standing, settings, context.Time.GetUtcNow()));
            context.SayNothingNew();
            context.Report(GateDiagnostics.Unchanged.At($"{candidate.Name} passed on this very evidence already; nothing was judged anew."));
            context.Suggest(new NextPromotion(candidate, settings, context).After(standing.Decision));
            return new(ValidationResults.Create(candidate, standing, standing.MakesChallenger ? settings.Alias : null), standing.ExitCode);
        }

        if (alias is not null && !settings.DryRun)
        {
            return await new ValidationRun(candidate, candidate.Version!, alias, inputs, settings, context).ExecuteAsync(cancellationToken);
        }

        await SayThatNothingIsWrittenAsync(candidate, alias, settings, context, cancellationToken);
        var judgement = await new GateJudge(settings, context).JudgeAsync(candidate, cancellationToken);
        foreach (var refusal in judgement.Verdict.MakesChallenger ? alias?.JudgeVerdict(judgement.Verdict) ?? [] : [])
        {
            context.Report(refusal with { Severity = Severity.Warning });
        }

        return new(ValidationResults.Create(candidate, judgement, alias: null), judgement.Verdict.ExitCode);
    }

    // What a killed run announced is finished by judging anew.
    private static async Task<bool> WasKilledAsync(Candidate candidate, ValidateSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        await candidate.Environment.LedgerOf(candidate.Catalog, candidate.Model, context).FindUnfinishedAsync(
            LedgerActions.Validate, ValidationRun.KeyOf(candidate.Version!), settings.Alias, cancellationToken) is not null;

    private static async Task SayThatNothingIsWrittenAsync(
        Candidate candidate, VerdictAlias? alias, ValidateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (candidate.Version is null)
        {
            context.Report(GateDiagnostics.PullRequestOnly.At($"'{candidate.Package}' is not registered: it is judged, and neither tags nor an alias are written."));
        }

        if (settings.DryRun)
        {
            IReadOnlyList<Diagnostic> refusals = alias is not null ? await alias.JudgeAsync(cancellationToken)
                : BranchPolicy.JudgeAlias(context.Configuration, candidate.Build, candidate.Environment.Name) is { } refusal ? [refusal] : [];
            context.ReportDryRun(refusals);
        }
    }
}
