using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Gives an alias to a version that passed, and takes it from one that does not pass any more.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="version">The version.</param>
/// <param name="alias">The alias.</param>
/// <param name="allowOlder">Whether an older commit may replace a newer one.</param>
/// <param name="context">The verb's context.</param>
internal sealed class VerdictAlias(Candidate candidate, ModelVersion version, AliasName alias, bool allowOlder, VerbContext context)
{
    private IModelRegistry Registry => candidate.Catalog.Registry;

    private bool IsChampions => alias.IsChampions(candidate.Section.Gates.Champion.Alias);

    /// <summary>Refuses, before anything is written, what could not be given the alias whatever the gates say.</summary>
    /// <exception cref="ModelOpsException">The registry, the branch policy or the order of commits refuses it.</exception>
    public async Task RequireAsync(string environment, CancellationToken cancellationToken)
    {
        var change = Change(AliasVerb.Validate);
        var current = await change.RequireSupportAsync(cancellationToken);
        if (AliasChange.JudgeBranch(AliasVerb.Validate, context.Configuration, candidate.Build, environment) is { } refusal)
        {
            throw new ModelOpsException(ExitCode.GateFailed, refusal);
        }

        if (await change.JudgeOrderAsync(version.Tags.GetValueOrDefault(VersionTags.Commit), current, cancellationToken) is { } order)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf([order]), order);
        }
    }

    /// <summary>Gives the alias to a version that passed.</summary>
    /// <returns>Whether the version has it now.</returns>
    public async Task<bool> GiveAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (!verdict.Passes || !MayHave(verdict))
        {
            return false;
        }

        var change = Change(AliasVerb.Validate);
        if (await change.PlanAsync(version, cancellationToken) is { } move)
        {
            await change.MoveAsync(move, ledger, entry, cancellationToken);
        }

        return true;
    }

    /// <summary>Takes the alias from a version that did not pass. Never that of the champion: what serves is taken back by rollback, not by a number.</summary>
    /// <returns>Whether the version had it.</returns>
    public async Task<bool> TakeAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (verdict.Passes || !await Change(AliasVerb.Withdraw).TakeAsync(version, candidate.Section.Gates.Champion.Alias, ledger, entry, cancellationToken))
        {
            return false;
        }

        context.Report(GateDiagnostics.AliasTaken.At($"{version.Uri} was '{alias}' and does not pass any more: it lost the alias."));
        return true;
    }

    private AliasChange Change(AliasVerb verb) => new(Registry, new(verb, version.Model, alias, allowOlder), context);

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
