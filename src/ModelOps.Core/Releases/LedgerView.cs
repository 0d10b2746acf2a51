using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Releases;

/// <summary>A ledger as one run of a verb sees it, with what is wrong with it said once.</summary>
/// <param name="entries">Its entries.</param>
/// <param name="head">The tag of the model with the newest of them.</param>
/// <param name="seal">What its entries are sealed with.</param>
/// <param name="report">Takes what is wrong; null when nobody wants it.</param>
internal sealed class LedgerView(LedgerEntries entries, LedgerHeadTag head, LedgerSeal seal, Action<Diagnostic>? report)
{
    private LedgerTrust? _seen;

    /// <summary>Entries that were there at the last look; none before it.</summary>
    public IReadOnlyList<LedgerEntry> Seen => _seen?.All ?? [];

    /// <summary>All entries, and which of them count; none when the model has no ledger.</summary>
    public async Task<LedgerTrust> ReadAsync(CancellationToken cancellationToken)
    {
        // The tag first: an entry that ends in between is among the entries, and not missed.
        var newest = await head.ReadAsync(cancellationToken);
        var all = await entries.ReadAsync(cancellationToken);
        var (late, gone) = await head.FindAsync(newest, all, entries.Experiment, cancellationToken);
        return LedgerTrust.Of([.. all.Concat(late).OrderByDescending(entry => entry.Run.StartedAt)], newest, gone, seal);
    }

    /// <summary>The ledger before an entry is written into it.</summary>
    public async Task<LedgerTrust> LookAsync(CancellationToken cancellationToken)
    {
        var trust = LedgerTrust.Of(await entries.TakeAsync(cancellationToken), head: null, [], seal);
        if (!trust.IsSealed && trust.All.Count > 0)
        {
            // These would be sealed as they are now. Whether there were sealed ones before, which somebody deleted, the model says.
            trust = await ReadAsync(cancellationToken);
        }

        if (report is not null && _seen is null)
        {
            LedgerFindings.Report(trust, report);
        }

        _seen = trust;
        return trust;
    }

    /// <summary>The ledger as it was at the last look; looks where there was none.</summary>
    public async Task<LedgerTrust> RecallAsync(CancellationToken cancellationToken) => _seen ?? await LookAsync(cancellationToken);

    /// <summary>Runs of the entries that an entry continues, as far as they were seen.</summary>
    public IEnumerable<string> AncestorsOf(LedgerEntry entry) => _seen is null ? [] : _seen.AncestorsOf(entry);
}
