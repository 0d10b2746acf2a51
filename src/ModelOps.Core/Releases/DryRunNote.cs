using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;

namespace ModelOps.Core.Releases;

internal static class DryRunNote
{
    /// <summary>Says that what is printed has not been done.</summary>
    public static void ReportDryRun(this VerbContext context) => context.Report(HostDiagnostics.DryRun.At("Dry run: nothing was changed."));
}
