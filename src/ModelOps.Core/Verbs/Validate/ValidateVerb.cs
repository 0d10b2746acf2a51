using ModelOps.Abstractions.Diagnostics;
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
        if (candidate.Version is { } version && !settings.DryRun)
        {
            await new VerdictAlias(candidate, version, settings.Alias, settings.AllowOlder, context).RequireAsync(candidate.Environment.Name, cancellationToken);
            return await new ValidationRun(candidate, version, settings, context).ExecuteAsync(cancellationToken);
        }

        SayThatNothingIsWritten(candidate, settings, context);
        var judgement = await new GateJudge(settings, context).JudgeAsync(candidate, cancellationToken);
        return new(ValidationResults.Create(candidate, judgement, alias: null), judgement.Verdict.ExitCode);
    }

    private static void SayThatNothingIsWritten(Candidate candidate, ValidateSettings settings, VerbContext context)
    {
        if (candidate.Version is null)
        {
            context.Report(GateDiagnostics.PullRequestOnly.At($"'{candidate.Package}' is not registered: it is judged, and neither tags nor an alias are written."));
        }

        if (settings.DryRun)
        {
            context.ReportDryRun(AliasChange.JudgeBranch(AliasVerb.Validate, context.Configuration, candidate.Build, candidate.Environment.Name));
        }
    }
}
