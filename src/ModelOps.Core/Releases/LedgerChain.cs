using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Checks that ledger entries continue one another.</summary>
internal static class LedgerChain
{
    /// <summary>
    /// Finished entries whose digest of the entry before matches none that is there: an entry was changed or removed. Concurrent entries may
    /// continue the same one, so the order of the list does not matter.
    /// </summary>
    public static IEnumerable<LedgerEntry> FindBroken(IReadOnlyList<LedgerEntry> entries)
    {
        var digests = entries.Where(entry => entry.Run.Status == RunStatus.Finished).Select(entry => entry.Digest()).ToHashSet(StringComparer.Ordinal);
        return entries.Where(entry => entry.Run.Status == RunStatus.Finished && entry.Previous.Length > 0 && !digests.Contains(entry.Previous));
    }
}
