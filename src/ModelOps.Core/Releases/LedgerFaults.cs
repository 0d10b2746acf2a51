using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Releases;

/// <summary>Puts into words what is wrong with a ledger.</summary>
/// <param name="seal">The seal that its entries have.</param>
/// <param name="head">The newest ones, as the model's tag has them.</param>
internal sealed class LedgerFaults(LedgerSeal seal, LedgerHead head)
{
    /// <summary>What is wrong, oldest first; what is gone comes last.</summary>
    /// <param name="uncounted">Ended entries that do not count.</param>
    /// <param name="loose">Those of them that are as they were sealed.</param>
    /// <param name="counted">Entries that count.</param>
    /// <param name="heads">Those of the sealed ones that no other continues.</param>
    /// <param name="gone">Runs of the head that are not there.</param>
    public IReadOnlyList<LedgerFault> Find(
        IReadOnlyList<LedgerEntry> uncounted, IReadOnlyList<LedgerEntry> loose, IReadOnlyList<LedgerEntry> counted, IReadOnlyList<LedgerEntry> heads, IReadOnlyList<string> gone)
    {
        var isLoose = loose.ToHashSet();
        var faults = uncounted.Select(entry => OfUncounted(entry, isLoose.Contains(entry)))
            .Concat(counted.Where(entry => entry.HasAnotherEnd).Select(entry => Of(ReleaseDiagnostics.LedgerBroken, entry, "has another end than was sealed; the sealed one is shown")))
            .OrderBy(fault => fault.At);
        return
        [
            .. faults,
            .. gone.Select(run => new LedgerFault(ReleaseDiagnostics.LedgerBroken, $"Ledger entry {run} is gone, and it was one of the newest when it was written.", At: null)),
            .. Behind(heads),
        ];
    }

    private IEnumerable<LedgerFault> Behind(IReadOnlyList<LedgerEntry> heads)
    {
        var unnamed = heads.Where(entry => !head.Names(entry)).ToList();
        if (unnamed.Count > 0)
        {
            yield return new(ReleaseDiagnostics.LedgerHeadBehind, $"The registered model's tag {LedgerTags.Head} does not name {string.Join(", ", unnamed.Select(entry => entry.Run.Id))}.", At: null);
        }
    }

    private LedgerFault OfUncounted(LedgerEntry entry, bool isLoose) =>
        isLoose ? Of(ReleaseDiagnostics.LedgerBroken, entry, "does not continue entries that are there and count")
        : entry.Seal.Length == 0 && entry.Previous.Length > 0 && !head.Denies(entry) && head.Items.Count == 0 && !seal.HasKey ? Of(ReleaseDiagnostics.LedgerBroken, entry, "does not continue an entry that is there")
        : entry.Seal.Length == 0 ? Of(ReleaseDiagnostics.LedgerUnsealed, entry, "has no seal")
        : Of(ReleaseDiagnostics.LedgerBroken, entry, seal.HasKey ? "was changed after it was sealed, or sealed with another key" : "was changed after it was sealed");

    private static LedgerFault Of(DiagnosticDescriptor descriptor, LedgerEntry entry, string what) =>
        new(descriptor, $"Ledger entry {entry.Run.Id} ({entry.Action}, {entry.Run.StartedAt.ToUniversalTime():yyyy-MM-dd HH:mm}) {what}.", entry.Run.StartedAt);
}
