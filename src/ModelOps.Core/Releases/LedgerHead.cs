namespace ModelOps.Core.Releases;

/// <summary>Where a ledger stood when it was read.</summary>
/// <param name="Newest">The newest entry that was ended; null when there was none.</param>
internal sealed record LedgerHead(LedgerEntry? Newest);
