using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Checks;

/// <summary>
/// Decides how bad a finding is: an error is what cannot be loaded, registered or served; policy is a warning, and an error where the target needs it or
/// with <c>strict</c>; <c>severity</c> has the last word, but for what nothing lowers.
/// </summary>
internal sealed class Severities(CheckSection section, CheckTarget target)
{
    /// <summary>Codes that are errors whatever the configuration says.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
    [
        CheckDiagnostics.Credentials.Code, PackagingDiagnostics.NotRegular.Code, PackagingDiagnostics.UnsafeName.Code, PackagingDiagnostics.NameCollision.Code,
        PackagingDiagnostics.NotFetched.Code,
    ];

    // What is there under such a name, or is left out, is nobody's question once it is registered.
    private static readonly string[] BeforePackaging = [PackagingDiagnostics.UnsafeName.Code, PackagingDiagnostics.NameCollision.Code, PackagingDiagnostics.LeftOut.Code];

    // Observations about what MLflow and others make of a file; a policy can be kept, these cannot always.
    private static readonly string[] Observations =
    [
        CheckDiagnostics.NotFinite.Code, CheckDiagnostics.FileMissing.Code, CheckDiagnostics.EnvironmentMissing.Code, CheckDiagnostics.ExampleMisfit.Code,
        ModelDiagnostics.ExampleMalformed.Code,
    ];

    /// <summary>The finding as it is to be reported; null when it is not.</summary>
    public Diagnostic? Apply(Diagnostic finding)
    {
        if (target.IsRegistered && BeforePackaging.Contains(finding.Code))
        {
            return null;
        }

        if (Fixed.Contains(finding.Code))
        {
            return finding;
        }

        if (section.Severity.TryGetValue(finding.Code, out var asked))
        {
            return asked == RuleSeverity.Off ? null : finding with { Severity = asked == RuleSeverity.Error ? Severity.Error : Severity.Warning };
        }

        if (target.Needs(finding.Code) is { } need)
        {
            return finding with { Severity = Severity.Error, Message = $"{finding.Message} {need} needs it." };
        }

        return section.Strict && finding.Severity == Severity.Warning && !Observations.Contains(finding.Code) ? finding with { Severity = Severity.Error } : finding;
    }
}
