using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Entries that killed rollbacks left open.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="trust">Its entries.</param>
internal sealed class LeftRollbacks(Ledger ledger, LedgerTrust trust)
{
    /// <summary>Takes up the entry of a rollback that has moved its alias, and all that are about the same move.</summary>
    public async Task<LedgerEntry> TakeUpAsync(LedgerEntry moved, CancellationToken cancellationToken) =>
        await ledger.TakeUpAsync(ledger.LeftOf(trust, RollbackVerb.Action, entry => entry.Alias == moved.Alias && entry.To == moved.To), cancellationToken) ?? moved;

    /// <summary>Takes up those that say the same as this rollback would; null when there are none.</summary>
    public Task<LedgerEntry?> TakeUpAsync(AliasName alias, IReadOnlyList<Tag> facts, CancellationToken cancellationToken) =>
        ledger.TakeUpAsync(ledger.LeftOf(trust, RollbackVerb.Action, entry => entry.IsFreeFor(alias) && facts.All(fact => entry.Text(fact.Key) == fact.Value)), cancellationToken);
}
