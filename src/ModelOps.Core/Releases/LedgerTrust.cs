using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Which entries of a ledger count, and what is wrong with the others.</summary>
/// <param name="All">All entries, newest first.</param>
/// <param name="Counted">Ended entries that are as they were sealed and reach the first one through entries that are there, newest first.</param>
/// <param name="Heads">Those of the sealed ones that no other continues: what the next entry continues.</param>
/// <param name="Faults">What is wrong, oldest first; what is gone comes last.</param>
internal sealed record LedgerTrust(
    IReadOnlyList<LedgerEntry> All, IReadOnlyList<LedgerEntry> Counted, IReadOnlyList<LedgerEntry> Heads, IReadOnlyList<LedgerFault> Faults)
{
    private readonly HashSet<LedgerEntry> _counted = [.. Counted];

    private LedgerSeal Seal { get; init; } = LedgerSeal.Plain;

    /// <summary>Whether any entry was sealed; if none was, the next one seals those of before.</summary>
    public bool IsSealed => Heads.Count > 0;

    /// <summary>Entries that the first sealed one finds: those that count, also without a key where this is the first entry with one.</summary>
    public IReadOnlyList<LedgerEntry> Before => Seal.HasKey && !IsSealed ? Of(All, head: null, [], LedgerSeal.Plain).Counted : Counted;

    /// <summary>Runs that the model's tag names and that are gone.</summary>
    public IReadOnlyList<string> Gone { get; private init; } = [];

    /// <summary>Whether an ended entry counts.</summary>
    public bool Counts(LedgerEntry entry) => _counted.Contains(entry);

    /// <summary>Whether an entry that is not ended is as it was sealed, and continues entries that count.</summary>
    public bool IsOpen(LedgerEntry entry)
    {
        var seals = Counted.Select(counted => counted.Seal).ToHashSet(StringComparer.Ordinal);
        return (entry.Run.Status == RunStatus.Running || entry.IsCutOff) && Seal.Holds(entry) && entry.Continues.All(seals.Contains);
    }

    /// <summary>Whether an entry that counts, or that a run is about to end, has given an alias to a version; so that a rollback may go back to it.</summary>
    public bool Vouches(AliasName alias, int version) => All.Any(entry => entry.Gives(alias, version) && (Counts(entry) || IsOpen(entry)));

    /// <summary>Runs of the entries that an entry continues, and of those that they continue, to the first.</summary>
    public IReadOnlySet<string> AncestorsOf(params IEnumerable<LedgerEntry> entries)
    {
        var bySeal = Counted.Where(entry => entry.Seal.Length > 0).DistinctBy(entry => entry.Seal).ToDictionary(entry => entry.Seal, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(entries.SelectMany(entry => entry.Continues));
        while (waiting.TryPop(out var seal))
        {
            if (bySeal.TryGetValue(seal, out var entry) && found.Add(entry.Run.Id))
            {
                entry.Continues.ToList().ForEach(waiting.Push);
            }
        }

        return found;
    }

    /// <summary>Judges the entries of a ledger.</summary>
    /// <param name="entries">All entries, newest first by their own clocks.</param>
    /// <param name="head">The newest ones, as the model's tag has them; null where nobody looked.</param>
    /// <param name="gone">Runs of the head that are not there.</param>
    /// <param name="seal">The seal that entries of this ledger have.</param>
    public static LedgerTrust Of(IReadOnlyList<LedgerEntry> entries, LedgerHead? head, IReadOnlyList<string> gone, LedgerSeal seal)
    {
        var all = LedgerOrder.NewestFirst(entries, seal);
        var ended = all.Where(entry => entry.IsFinished).ToList();
        var whole = ended.Where(entry => seal.Holds(entry) && head?.Denies(entry) != true).ToList();
        var chained = LedgerChain.FindChained(whole);
        var before = FindBefore(ended, chained, head, seal);
        var continued = chained.SelectMany(entry => entry.Continues).ToHashSet(StringComparer.Ordinal);
        var heads = chained.Where(entry => !continued.Contains(entry.Seal)).ToList();
        var counted = ended.Where(entry => chained.Contains(entry) || before.Contains(entry)).ToList();
        var trust = new LedgerTrust(all, counted, heads, []) { Seal = seal, Gone = gone };
        return trust with { Faults = new LedgerFaults(seal, head).Find([.. ended.Except(counted)], [.. whole.Except(chained)], trust) };
    }

    // Those that a sealed entry lists. Before there is one, they count by the chain that they have; with a key nothing does that has no seal.
    private static HashSet<LedgerEntry> FindBefore(List<LedgerEntry> ended, HashSet<LedgerEntry> chained, LedgerHead? head, LedgerSeal seal)
    {
        if (chained.Count > 0 || head?.Items.Count > 0)
        {
            var listed = chained.SelectMany(LedgerBefore.Read).ToHashSet(StringComparer.Ordinal);
            return listed.Count == 0 ? [] : [.. ended.Where(entry => !chained.Contains(entry) && listed.Contains(LedgerBefore.DigitsOf(entry)))];
        }

        var unsealed = ended.Where(entry => entry.Seal.Length == 0).ToList();
        return seal.HasKey ? [] : [.. unsealed.Except(LedgerChain.FindBroken(unsealed))];
    }
}
