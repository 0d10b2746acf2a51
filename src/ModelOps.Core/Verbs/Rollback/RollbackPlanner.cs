using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Finds in the ledger which move a rollback undoes.</summary>
/// <param name="model">Registered model.</param>
/// <param name="alias">The alias.</param>
/// <param name="registered">The model as it is; null when there is none.</param>
/// <param name="ignoresCase">Whether the registry takes two spellings of an alias for one.</param>
internal sealed class RollbackPlanner(ModelName model, AliasName alias, RegisteredModel? registered, bool ignoresCase)
{
    /// <summary>The plan.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="at">Version that the alias has; null when none.</param>
    /// <param name="reason">Why it is made: one that was made for the same reason is the same.</param>
    /// <param name="isForced">Whether entries that do not count may be gone by where none counts.</param>
    /// <exception cref="ModelOpsException">There is nothing to go back to (MOP3007, exit 2), or only entries that do not count say so (MOP3024, exit 3).</exception>
    public RollbackPlan Plan(LedgerTrust ledger, int? at, string reason, bool isForced)
    {
        if (at is not { } current)
        {
            throw registered is not null ? Nothing($"'{model}' has no alias '{alias}'.")
                : new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.ModelMissing.At($"There is no registered model '{model}'."));
        }

        var counted = ledger.All.Where(entry => ledger.Counts(entry) || ledger.IsOpen(entry)).ToList();
        var last = FindLast(counted, current);
        if (last is null && FindLast(ledger.All, current) is { } uncounted)
        {
            last = isForced ? uncounted : throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.NotVouched.At(
                $"Only an entry of the ledger that does not count says that '{alias}' moved to version {current} of '{model}': {uncounted.Run.Id}."));
        }

        if (last is null)
        {
            throw Nothing($"The ledger has no move of '{alias}' to version {current} of '{model}': it was moved by hand.");
        }

        if (last.From is not { } previous)
        {
            throw Nothing($"'{alias}' of '{model}' had no version before {current}.");
        }

        // A rollback that was killed after its move is finished, and one that a job repeats is left alone. To undo it would bring back the version
        // that was to go; who wants that has another reason.
        var unfinished = IsUnfinishedRollback(last) ? last : null;
        var isMade = last is { Action: RollbackVerb.Action, IsFinished: true } && last.Text(LedgerTags.Reason) == reason;
        var move = unfinished is null && !isMade ? new AliasMove(model, alias, previous, current) : new(model, alias, current, previous);
        var isVouched = ledger.Vouches(alias, move.Version);

        // One that brought content back is no rollback to be undone: taking the content away again keeps it away again.
        var undoes = last.Action == RollbackVerb.Action && last.Text(LedgerTags.Lifted).Length == 0;
        return new(move, undoes, isVouched, unfinished) { IsMade = isMade };
    }

    // An open entry may have been killed before its move, or have lost it to another run: a finished one is surer.
    private LedgerEntry? FindLast(IReadOnlyList<LedgerEntry> entries, int current)
    {
        var moves = Moves(entries).Where(entry => entry.To == current).ToList();
        return moves.Find(entry => entry.IsFinished && !IsUnfinishedRollback(moves[0])) ?? moves.FirstOrDefault();
    }

    private IEnumerable<LedgerEntry> Moves(IReadOnlyList<LedgerEntry> entries) => MovesOf.Alias(alias, entries, registered, ignoresCase);

    private static bool IsUnfinishedRollback(LedgerEntry entry) => entry is { Action: RollbackVerb.Action, Run.Status: RunStatus.Running };

    private static ModelOpsException Nothing(string message) => new(ExitCode.BadInput, ReleaseDiagnostics.NothingToRollBack.At(message));
}
