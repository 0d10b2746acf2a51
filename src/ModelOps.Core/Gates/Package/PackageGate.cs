using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;

namespace ModelOps.Core.Gates.Package;

/// <summary>The rules of <c>check</c>, on the files that would be deployed, with the waivers of modelops.yml.</summary>
internal sealed class PackageGate : IGate
{
    private readonly GateChecks _checks = new("package");

    public string Name => _checks.Gate;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var limits = subject.Model.Gates.Package;
        if (!limits.Enabled)
        {
            return GateChecks.Only(_checks.NotJudged("rules of check", GateChecks.SwitchedOff));
        }

        if (subject.Candidate.Directory is not { } directory)
        {
            return GateChecks.Only(_checks.CouldNotRun("rules of check", "The files of the candidate cannot be had: see what the registry said when they were asked for."));
        }

        var waivers = new Waivers(subject.CheckLimits, subject.Model.Name, subject.Today);
        var findings = ModelChecker.Check(directory.Root, subject.CheckLimits, new() { IsRegistered = true }, cancellationToken).Select(waivers.Apply).Concat(waivers.Expired).ToList();
        var blocking = findings.Where(finding => finding.Severity == Severity.Error || (limits.Warnings && finding.Severity == Severity.Warning)).ToList();
        var limit = limits.Warnings ? "no error, no warning" : "no error";
        return blocking.Count == 0
            ? GateChecks.Only(_checks.Passed("rules of check", Count(findings), limit))
            : new(CheckList.Bound([.. blocking.Select(finding => Check(finding, directory.Root, limit))]));
    }

    private GateCheck Check(Diagnostic finding, string root, string limit)
    {
        var place = finding.Span is { } span ? $" {Path.GetRelativePath(root, span.File)}{Position(span)}" : "";
        var message = finding.Message.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(root, ".", StringComparison.Ordinal);
        return _checks.Failed($"{finding.Code}{place}", $"{message} {finding.Descriptor.Fix}", finding.Severity == Severity.Error ? "error" : "warning", limit);
    }

    private static string Position(SourceSpan span) =>
        span.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({span.Line},{span.Column})") : "";

    private static string Count(List<Diagnostic> findings)
    {
        var warnings = findings.Count(finding => finding.Severity == Severity.Warning);
        var waived = findings.Count(finding => finding.Severity == Severity.Info);
        return string.Join(", ", new[]
        {
            warnings > 0 ? GateText.Count(warnings, "warning", "warnings") : "no finding",
            waived > 0 ? $"{waived} waived" : null,
        }.Where(text => text is not null));
    }
}
