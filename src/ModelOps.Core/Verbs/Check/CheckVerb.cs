using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Check;

internal sealed class CheckVerb : IVerb<CheckSettings, CheckResult>
{
    public async Task<VerbOutcome<CheckResult>> RunAsync(CheckSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        using var model = await ModelSource.OpenAsync(settings.Path!, settings.Environment, context, cancellationToken);
        var path = model.Directory;
        if (settings.Fix && model.IsCopy)
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At(
                $"Input 'fix' needs a directory of yours: '{model.Name}' was fetched, and what is repaired in the copy is lost. Take it with modelops pull first."));
        }

        var check = new ModelCheck(path, SectionsOf(settings.Path!, context), context);
        var findings = check.Find(cancellationToken);
        var repaired = 0;
        if (settings.Fix)
        {
            Fix(path, check);
            var left = check.Find(cancellationToken);
            repaired = findings.Select(Identity).Except(left.Select(Identity)).Count();
            findings = left;
        }

        foreach (var diagnostic in model.Named([.. check.ForReport(findings)]))
        {
            context.Report(diagnostic);
        }

        var result = new CheckResult
        {
            Path = model.Name,
            Errors = context.Diagnostics.Count(finding => finding.Severity == Severity.Error),
            Warnings = context.Diagnostics.Count(finding => finding.Severity == Severity.Warning),
            Waived = findings.Count(finding => check.IsWaived(finding.Code)),
            Fixed = repaired,
        };
        return new(result, result.Errors > 0 ? ExitCode.GateFailed : ExitCode.Ok);
    }

    // A reference names its registered model; a directory is the model of whoever lists it.
    private static IReadOnlyList<ModelSection> SectionsOf(string source, VerbContext context)
    {
        if (!ReferenceText.IsReference(source))
        {
            return ModelCheck.SectionsOf(context.Configuration, source);
        }

        return ModelReference.Parse(source).Model is { } model && context.Configuration.Find(new EnvironmentResolver(context).ShortName(model)) is { } section ? [section] : [];
    }

    private static void Fix(string path, ModelCheck check)
    {
        new ModelFixer(new ModelDirectory(path), check.IsRepaired).Apply(check.Limits.Channels);
        if (check.IsRepaired(CheckDiagnostics.Unpinned.Code))
        {
            // What was repaired before has moved lines.
            new PinFixer(new ModelDirectory(path)).Apply();
        }
    }

    // A repair moves lines, so that places do not tell one finding from another.
    private static (string Code, string Message, string? File) Identity(Diagnostic finding) =>
        (finding.Code, finding.Message, finding.Span?.File);
}
