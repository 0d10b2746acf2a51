namespace ModelOps.Core.Releases;

/// <summary>Follows which ledger entries continue which.</summary>
internal static class LedgerChain
{
    /// <summary>
    /// Sealed entries from which every way back leads to a first one. Concurrent entries may continue the same one, so the order of the list does not
    /// matter.
    /// </summary>
    /// <param name="entries">Ended entries whose seals hold.</param>
    public static HashSet<LedgerEntry> FindChained(IReadOnlyList<LedgerEntry> entries)
    {
        var waiting = new Dictionary<string, List<LedgerEntry>>(StringComparer.Ordinal);
        var missing = new Dictionary<LedgerEntry, int>();
        var chained = new HashSet<LedgerEntry>();
        var ready = new Queue<LedgerEntry>();
        foreach (var entry in entries)
        {
            var continues = entry.Continues.Distinct(StringComparer.Ordinal).ToList();
            missing[entry] = continues.Count;
            if (continues.Count == 0)
            {
                ready.Enqueue(entry);
            }

            foreach (var seal in continues)
            {
                (waiting.TryGetValue(seal, out var list) ? list : waiting[seal] = []).Add(entry);
            }
        }

        while (ready.TryDequeue(out var entry))
        {
            chained.Add(entry);
            foreach (var next in waiting.GetValueOrDefault(entry.Seal) ?? [])
            {
                if (--missing[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        return chained;
    }

    /// <summary>Entries of before there were seals whose digest of the entry before matches none that is there.</summary>
    /// <param name="entries">Ended entries without a seal.</param>
    public static IEnumerable<LedgerEntry> FindBroken(IReadOnlyList<LedgerEntry> entries)
    {
        var digests = entries.Select(entry => entry.Digest()).ToHashSet(StringComparer.Ordinal);
        return entries.Where(entry => entry.Previous.Length > 0 && !digests.Contains(entry.Previous));
    }
}
