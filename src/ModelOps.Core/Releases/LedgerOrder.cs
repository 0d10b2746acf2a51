namespace ModelOps.Core.Releases;

/// <summary>Tells which of two entries is the newer one, whatever the clocks of the machines say that wrote them.</summary>
internal static class LedgerOrder
{
    /// <summary>
    /// Entries, newest first: one comes after what it continues; of those that are beside each other, the one counts as newer that says so.
    /// </summary>
    /// <param name="entries">The entries.</param>
    /// <param name="seal">The seal that they have: what an entry without it says that it continues, orders nothing.</param>
    public static IReadOnlyList<LedgerEntry> NewestFirst(IReadOnlyList<LedgerEntry> entries, LedgerSeal seal)
    {
        var sealedOnes = entries.Where(seal.Holds).ToList();
        var bySeal = sealedOnes.DistinctBy(entry => entry.Seal).ToDictionary(entry => entry.Seal, StringComparer.Ordinal);
        var continuedBy = new Dictionary<LedgerEntry, int>();
        foreach (var parent in sealedOnes.SelectMany(Parents))
        {
            continuedBy[parent] = continuedBy.GetValueOrDefault(parent) + 1;
        }

        var ready = new PriorityQueue<LedgerEntry, DateTimeOffset>(Comparer<DateTimeOffset>.Create((one, other) => other.CompareTo(one)));
        ready.EnqueueRange(entries.Where(entry => !continuedBy.ContainsKey(entry)).Select(entry => (entry, entry.Run.StartedAt)));
        var ordered = new List<LedgerEntry>();
        while (ready.TryDequeue(out var entry, out _))
        {
            ordered.Add(entry);
            foreach (var parent in seal.Holds(entry) ? Parents(entry) : [])
            {
                if (--continuedBy[parent] == 0)
                {
                    ready.Enqueue(parent, parent.Run.StartedAt);
                }
            }
        }

        // A seal covers what its entry continues: none can continue itself, but what is hostile may claim to.
        return ordered.Count == entries.Count ? ordered : [.. ordered, .. entries.Except(ordered)];

        IEnumerable<LedgerEntry> Parents(LedgerEntry entry) =>
            entry.Continues.Distinct(StringComparer.Ordinal).Select(continued => bySeal.GetValueOrDefault(continued)).OfType<LedgerEntry>();
    }
}
