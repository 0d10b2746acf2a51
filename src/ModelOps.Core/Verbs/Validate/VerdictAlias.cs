using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gates.Gathering;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Gives an alias to a version that passed, and takes it from one that does not pass any more.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="version">The version.</param>
/// <param name="alias">The alias.</param>
/// <param name="context">The verb's context.</param>
internal sealed class VerdictAlias(Candidate candidate, ModelVersion version, AliasName alias, VerbContext context)
{
    private IModelRegistry Registry => candidate.Catalog.Registry;

    private bool IsChampions => alias == AliasName.Champion || alias == candidate.Section.Gates.Champion.Alias;

    /// <summary>Gives the alias to a version that passed.</summary>
    /// <returns>Whether the version has it now.</returns>
    public async Task<bool> GiveAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (!verdict.Passes || !MayHave(verdict))
        {
            return false;
        }

        var mover = new AliasMover(Registry, context);
        if (await mover.PlanAsync(version, alias, cancellationToken) is { } move)
        {
            await mover.MoveAsync(move, ledger, entry, cancellationToken);
        }

        return true;
    }

    /// <summary>Takes the alias from a version that did not pass. Never that of the champion: what serves is taken back by rollback, not by a number.</summary>
    /// <returns>Whether the version had it.</returns>
    public async Task<bool> TakeAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (verdict.Passes || IsChampions || !await HasAsync(cancellationToken))
        {
            return false;
        }

        await ledger.AnnounceRemovalAsync(entry, alias, cancellationToken);
        context.OnStep("removal announced");

        // No registry deletes an alias on a condition: asked once more, so that one that moved on meanwhile stays where it went.
        if (!await HasAsync(cancellationToken))
        {
            return false;
        }

        await Registry.DeleteAliasAsync(version.Model, alias, cancellationToken);
        context.OnStep("alias taken");
        context.Report(GateDiagnostics.AliasTaken.At($"{version.Uri} was '{alias}' and does not pass any more: it lost the alias."));
        return true;
    }

    private async Task<bool> HasAsync(CancellationToken cancellationToken) =>
        await Registry.FindModelAsync(version.Model, cancellationToken) is { } model
        && model.Aliases.TryGetValue(alias.Value, out var number) && number == version.Version;

    // An alias that a champion has is not given on evidence that did not decide: that is what promote --allow-undecided is for.
    private bool MayHave(ValidationVerdict verdict)
    {
        if (verdict.Decision == Decision.Promote || !IsChampions)
        {
            return true;
        }

        context.Report(GateDiagnostics.Undecided.At(
            $"{version.Uri} does not get the alias '{alias}': the decision is {ChoiceText.Of(verdict.Decision)}."));
        return false;
    }
}
