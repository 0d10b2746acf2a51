using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Releases;

/// <summary>Puts into words what is wrong with a ledger.</summary>
/// <param name="seal">The seal that its entries have.</param>
/// <param name="head">The newest ones, as the model's tag has them; null where nobody looked.</param>
internal sealed class LedgerFaults(LedgerSeal seal, LedgerHead? head)
{
    /// <summary>What is wrong, oldest first; what is gone comes last.</summary>
    /// <param name="uncounted">Ended entries that do not count.</param>
    /// <param name="loose">Those of them that are as they were sealed.</param>
    /// <param name="trust">The entries that count, and what is gone.</param>
    public IReadOnlyList<LedgerFault> Find(IReadOnlyList<LedgerEntry> uncounted, IReadOnlyList<LedgerEntry> loose, LedgerTrust trust)
    {
        var isLoose = loose.ToHashSet();
        var faults = uncounted.Select(entry => OfUncounted(entry, isLoose.Contains(entry)))
            .Concat(trust.Counted.Where(entry => entry.HasAnotherEnd).Select(entry => Of(ReleaseDiagnostics.LedgerBroken, entry, "has another end than was sealed; the sealed one is shown")))
            .OrderBy(fault => fault.At);
        return
        [
            .. faults,
            .. trust.Gone.Select(OfGone),
            .. Behind(trust),
        ];
    }

    /// <summary>What is said of an entry that the model names and that is not there.</summary>
    /// <param name="run">Its run.</param>
    public static LedgerFault OfGone(string run) =>
        new(ReleaseDiagnostics.LedgerBroken, $"Ledger entry {run} is gone, and it was one of the newest when it was written.", At: null);

    // Entries that decide nothing are not named; one is named until another that continues it is.
    private IEnumerable<LedgerFault> Behind(LedgerTrust trust)
    {
        if (head is null)
        {
            yield break;
        }

        var named = trust.Counted.Where(head.Names).ToList();
        var known = trust.AncestorsOf(named);
        var unnamed = trust.Counted.Where(entry => entry.Decides && entry.Seal.Length > 0 && !head.Names(entry) && !known.Contains(entry.Run.Id)).Take(3).ToList();
        if (unnamed.Count > 0)
        {
            yield return new(ReleaseDiagnostics.LedgerHeadBehind, $"The registered model's tag {LedgerTags.Head} does not name {string.Join(", ", unnamed.Select(entry => entry.Run.Id))}.", At: null);
        }
    }

    private LedgerFault OfUncounted(LedgerEntry entry, bool isLoose) =>
        isLoose ? Of(ReleaseDiagnostics.LedgerBroken, entry, "does not continue entries that are there and count")
        : entry.Seal.Length == 0 && entry.Previous.Length > 0 && head is null or { Items.Count: 0 } && !seal.HasKey ? Of(ReleaseDiagnostics.LedgerBroken, entry, "does not continue an entry that is there")
        : entry.Seal.Length == 0 ? Of(ReleaseDiagnostics.LedgerUnsealed, entry, "has no seal")
        : Of(ReleaseDiagnostics.LedgerBroken, entry, seal.HasKey ? "was changed after it was sealed, or sealed with another key" : "was changed after it was sealed");

    private static LedgerFault Of(DiagnosticDescriptor descriptor, LedgerEntry entry, string what) =>
        new(descriptor, $"Ledger entry {entry.Run.Id} ({entry.Action}, {entry.Run.StartedAt.ToUniversalTime():yyyy-MM-dd HH:mm}) {what}.", entry.Run.StartedAt);
}
