using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

internal static class DryRunNote
{
    /// <summary>Says that what is printed has not been done.</summary>
    /// <param name="context">The verb's context.</param>
    /// <param name="refusals">What would refuse it; reported as warnings, because a plan is there to be read before a merge.</param>
    public static void ReportDryRun(this VerbContext context, params IEnumerable<Diagnostic?> refusals)
    {
        foreach (var refusal in refusals.OfType<Diagnostic>())
        {
            context.Report(refusal with { Severity = Severity.Warning });
        }

        context.Report(HostDiagnostics.DryRun.At("Dry run: nothing was changed."));
    }
}
