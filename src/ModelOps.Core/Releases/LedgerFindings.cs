using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Releases;

/// <summary>Says what is wrong with a ledger, as few findings.</summary>
internal static class LedgerFindings
{
    private const int Most = 10;

    /// <summary>Reports the oldest faults, and how many more there are.</summary>
    /// <param name="trust">The ledger.</param>
    /// <param name="report">Takes the findings.</param>
    public static void Report(LedgerTrust trust, Action<Diagnostic> report)
    {
        foreach (var fault in trust.Faults.Take(Most))
        {
            report(fault.Diagnostic);
        }

        if (trust.Faults.Count > Most)
        {
            report(trust.Faults[Most].Descriptor.At($"{trust.Faults.Count - Most} more findings of the ledger; `modelops history --verify` shows where they begin."));
        }
    }
}
