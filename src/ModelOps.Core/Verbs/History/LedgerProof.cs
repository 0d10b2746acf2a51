using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.History;

/// <summary>Says whether a ledger is whole, and where it breaks first.</summary>
internal static class LedgerProof
{
    /// <summary>Reports what was found.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="report">Takes the finding.</param>
    /// <returns>Whether it is whole. A head that is behind is no break: the next entry puts it right.</returns>
    public static bool Report(LedgerTrust ledger, string environment, Action<Diagnostic> report)
    {
        var first = ledger.Faults.FirstOrDefault(fault => fault.Descriptor != ReleaseDiagnostics.LedgerHeadBehind);
        if (first is not null)
        {
            report(ReleaseDiagnostics.LedgerNotWhole.At($"{environment}: the first place that does not hold: {first.Text}"));
            return false;
        }

        report(ReleaseDiagnostics.LedgerWhole.At($"{environment}: {ledger.Counted.Count} entries hold, {ledger.All.Count - ledger.Counted.Count} are not ended or failed."));
        return true;
    }
}
