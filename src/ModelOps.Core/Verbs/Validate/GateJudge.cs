using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Reporting;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Gathers the evidence, runs the gates, and writes down what they said. Writes nothing to the registry.</summary>
/// <param name="settings">The call.</param>
/// <param name="context">The verb's context.</param>
internal sealed class GateJudge(ValidateSettings settings, VerbContext context)
{
    /// <summary>Judges a candidate.</summary>
    public async Task<Judgement> JudgeAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        if (candidate.IsChampion)
        {
            context.Report(GateDiagnostics.ItsOwnChampion.At(
                $"{candidate.Name} is the champion of '{candidate.ChampionPlace.Environment.Name}', or has its content: it is not compared with itself but with the baseline."));
        }

        await using var gathered = await new EvidenceGatherer(candidate, settings, context).GatherAsync(cancellationToken);
        var report = await Task.Run(() => GateRunner.Run(gathered.Case, cancellationToken), cancellationToken);
        await gathered.RequireUnchangedAsync(context.Progress, cancellationToken);
        var champion = candidate.Section.Gates.Champion;
        foreach (var finding in ValidationFindings.Of(report, champion, isBaseline: gathered.Case.Champion is null))
        {
            context.Report(finding);
        }

        var verdict = ValidationVerdict.Of(report, gathered.Case);
        if (Explain(candidate, verdict) is { } explanation)
        {
            context.Report(explanation);
        }

        var (files, document) = await ValidationReports.WriteAsync(gathered, report, verdict, settings, context, cancellationToken);
        context.Summarize(ReportWriter.Head(document));
        context.OnStep("gates judged");
        return new(report, verdict, gathered.Case.Candidate.Actual, files, ValidationRecord.Of(gathered, report, document));
    }

    private static Diagnostic? Explain(Candidate candidate, ValidationVerdict verdict) => verdict switch
    {
        { Decision: Decision.Undecided } => GateDiagnostics.NotCompared.At($"{candidate.Name}: {ChampionGate.NotCompared}"),
        { Status: GateStatus.Passed, Decision: Decision.Keep } => GateDiagnostics.NothingToRelease.At(
            $"{candidate.Name} has the content of the champion of '{candidate.ChampionPlace.Environment.Name}', so there is nothing to release."),
        _ => null,
    };
}
