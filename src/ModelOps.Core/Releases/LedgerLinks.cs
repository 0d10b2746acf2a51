using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>The tags by which an entry continues those that are there.</summary>
internal static class LedgerLinks
{
    // A tag of a run is cut or refused beyond a few thousand characters; heads that are left out are continued by the next entry.
    private const int MostHeads = 32;

    /// <summary>The tags.</summary>
    /// <param name="trust">The ledger as it is.</param>
    public static IEnumerable<Tag> Write(LedgerTrust trust)
    {
        if (trust.Counted.Count > 0)
        {
            yield return new(LedgerTags.Previous, trust.Counted[0].Digest());
        }

        if (trust.IsSealed)
        {
            yield return new(LedgerTags.Continues, string.Join(' ', trust.Heads.Take(MostHeads).Select(head => head.Seal)));
        }
        else
        {
            foreach (var tag in LedgerBefore.Write(trust.Before))
            {
                yield return tag;
            }
        }

        if (trust.Gone.Count > 0)
        {
            yield return new(LedgerTags.Gone, string.Join(' ', trust.Gone));
        }
    }
}
