using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Models;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Check;

internal sealed class CheckVerb : IVerb<CheckSettings, CheckResult>
{
    public Task<VerbOutcome<CheckResult>> RunAsync(CheckSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var path = settings.Path!;
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

        foreach (var diagnostic in waivers.Expired.Concat(findings.Select(waivers.Apply)))
        {
            context.Report(diagnostic);
        }

        var result = new CheckResult
        {
            Path = path,
            Errors = context.Diagnostics.Count(finding => finding.Severity == Severity.Error),
            Warnings = context.Diagnostics.Count(finding => finding.Severity == Severity.Warning),
            Waived = findings.Count(finding => waivers.Covers(finding.Code)),
            Fixed = repaired,
        };
        return Task.FromResult(new VerbOutcome<CheckResult>(result, result.Errors > 0 ? ExitCode.GateFailed : ExitCode.Ok));
    }

    // A model is found by its directory, which several names may share.
    private static List<string> NamesOf(ToolkitConfiguration configuration, string directory) => [.. configuration.Models
        .Where(model => configuration.Directory is { } start && Path.TrimEndingDirectorySeparator(Path.GetFullPath(model.Path, start)) == Path.TrimEndingDirectorySeparator(directory))
        .Select(model => model.Name)];

    // A repair moves lines, so that places do not tell one finding from another.
    private static (string Code, string Message, string? File) Identity(Diagnostic finding) =>
        (finding.Code, finding.Message, finding.Span?.File);
}
