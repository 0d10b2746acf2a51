using System.Text;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Gathering;
using ModelOps.Core.Reporting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.GatesVerify;

/// <summary>Makes bad candidates of a good one and asks the gates about each. Writes nothing to the registry.</summary>
internal sealed class GatesVerifyVerb : IVerb<GatesVerifySettings, GatesVerifyResult>
{
    private const string DefaultOutput = ".modelops/gates";
    private const string FileName = "gates.md";

    public async Task<VerbOutcome<GatesVerifyResult>> RunAsync(GatesVerifySettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        // A name that is wrong is said before a command has run for half an hour.
        var mutants = MutantCatalog.Select(settings.Mutant);
        await using var gathered = await EvidenceGatherer.GatherAsync(settings, context, cancellationToken);
        var report = await new MutantRun(GateSet.All, context.Progress).RunAsync(gathered.Case, mutants, cancellationToken);
        await gathered.RequireUnchangedAsync(context.Progress, cancellationToken);
        foreach (var finding in report.Findings(context.Configuration.File is { } file ? new(file) : null))
        {
            context.Report(finding);
        }

        var output = settings.Output ?? Path.GetFullPath(DefaultOutput, gathered.Case.Root);
        var page = Path.Combine(output, FileName);
        ReportPlace.Require(page, gathered.Case.Root);
        await StagedFile.WriteAsync(page, Encoding.UTF8.GetBytes(MutantTable.Markdown(gathered.Case.Candidate.Name, report)), cancellationToken);
        return new(
            new()
            {
                Stopped = report.Stopped,
                Survived = report.Survived,
                RequiredSurvived = report.RequiredSurvivors.Count,
                Score = report.Score,
                Mutants = MutantTable.Rows(report),
                MarkdownReport = page,
            },
            report.ExitCode);
    }
}
