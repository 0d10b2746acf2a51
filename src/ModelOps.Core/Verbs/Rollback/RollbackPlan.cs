using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>What a rollback does.</summary>
/// <param name="Move">The move that undoes the last one.</param>
/// <param name="UndoesRollback">Whether the last move was a rollback itself, and not one that had undone another.</param>
/// <param name="IsVouched">Whether an entry that counts has given the alias to the version that it goes back to.</param>
/// <param name="Unfinished">The entry of a killed rollback that has moved the alias already; null when there is none.</param>
internal sealed record RollbackPlan(AliasMove Move, bool UndoesRollback, bool IsVouched, LedgerEntry? Unfinished)
{
    /// <summary>Whether this very rollback was made to its end before, by a run whose end nobody saw.</summary>
    public bool IsMade { get; init; }
}
