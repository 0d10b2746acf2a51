using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Models;
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

        var limits = context.Configuration.Check;
        var waivers = new Waivers(limits, NamesOf(context.Configuration, path), DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime), context.Configuration.File);
        var findings = ModelChecker.Check(path, limits, cancellationToken);
        var repaired = 0;
        if (settings.Fix)
        {
            new ModelFixer(new ModelDirectory(path), code => !waivers.Covers(code)).Apply(limits.Channels);
            var left = ModelChecker.Check(path, limits, cancellationToken);
            repaired = findings.Select(Identity).Except(left.Select(Identity)).Count();
            findings = left;
        }

        foreach (var diagnostic in waivers.Expired.Concat(model.Named([.. findings.Select(waivers.Apply)])))
        {
            context.Report(diagnostic);
        }

        var result = new CheckResult
        {
            Path = model.Name,
            Errors = context.Diagnostics.Count(finding => finding.Severity == Severity.Error),
            Warnings = context.Diagnostics.Count(finding => finding.Severity == Severity.Warning),
            Waived = findings.Count(finding => waivers.Covers(finding.Code)),
            Fixed = repaired,
        };
        return new(result, result.Errors > 0 ? ExitCode.GateFailed : ExitCode.Ok);
    }

    // A model is found by its directory, which several names may share.
    private static List<string> NamesOf(ToolkitConfiguration configuration, string directory) => [.. configuration.Models
        .Where(model => configuration.Directory is { } start && Path.TrimEndingDirectorySeparator(Path.GetFullPath(model.Path, start)) == Path.TrimEndingDirectorySeparator(directory))
        .Select(model => model.Name)];

    // A repair moves lines, so that places do not tell one finding from another.
    private static (string Code, string Message, string? File) Identity(Diagnostic finding) =>
        (finding.Code, finding.Message, finding.Span?.File);
}
