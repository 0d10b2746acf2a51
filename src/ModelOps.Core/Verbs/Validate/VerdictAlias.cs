using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Gives an alias to a version that passed, and takes it from one that does not pass any more.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="version">The version.</param>
/// <param name="alias">The alias.</param>
/// <param name="allowOlder">Whether an older commit may replace a newer one.</param>
/// <param name="context">The verb's context.</param>
internal sealed class VerdictAlias(Candidate candidate, ModelVersion version, AliasName alias, bool allowOlder, VerbContext context)
{
    private readonly AliasChange _change = new(candidate.Catalog.Registry, new(AliasVerb.Validate, version.Model, alias, allowOlder), context);

    private bool IsChampions => alias.IsChampions(candidate.Section.Gates.Champion.Alias);

    /// <summary>Refuses, before anything is written, what could not be given the alias whatever the gates say.</summary>
    /// <exception cref="ModelOpsException">The registry, the branch policy or the order of commits refuses it.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var current = await _change.Ask.RequireSupportAsync(cancellationToken);
        if (await JudgeReleaseAsync(current, cancellationToken) is { Count: > 0 } refusals)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf(refusals), refusals);
        }
    }

    /// <summary>All of that without the exception.</summary>
    public async Task<IReadOnlyList<Diagnostic>> JudgeAsync(CancellationToken cancellationToken)
    {
        var (current, refusals) = await _change.Ask.JudgeSupportAsync(cancellationToken);
        return [.. refusals, .. await JudgeReleaseAsync(current, cancellationToken)];
    }

    /// <summary>Refuses an alias that a champion has on evidence that did not decide: that is what promote --allow-undecided is for.</summary>
    public IReadOnlyList<Diagnostic> JudgeVerdict(ValidationVerdict verdict) => _change.Record(
        AliasCheck.Verdict, verdict.Decision == Evaluation.Comparison.Decision.Promote || !IsChampions ? null : GateDiagnostics.Undecided.At(
            $"{version.Uri} does not get the alias '{alias}': the decision is {ChoiceText.Of(verdict.Decision)}."));

    /// <summary>Gives the alias to a version that passed.</summary>
    /// <returns>Whether the version has it now.</returns>
    public async Task<bool> GiveAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (!verdict.Passes)
        {
            return false;
        }

        if (JudgeVerdict(verdict) is [var refusal, ..])
        {
            context.Report(refusal);
            return false;
        }

        if (await _change.PlanAsync(version, cancellationToken) is { } move)
        {
            await _change.MoveAsync(move, ledger, entry, cancellationToken);
        }

        return true;
    }

    /// <summary>Takes the alias from a version that did not pass. Never that of the champion: what serves is taken back by rollback, not by a number.</summary>
    /// <returns>Whether the version had it.</returns>
    public async Task<bool> TakeAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (verdict.Passes || !await _change.TakeAsync(version, candidate.Section.Gates.Champion.Alias, ledger, entry, cancellationToken))
        {
            return false;
        }

        context.Report(GateDiagnostics.AliasTaken.At($"{version.Uri} was '{alias}' and does not pass any more: it lost the alias."));
        return true;
    }

    private async Task<IReadOnlyList<Diagnostic>> JudgeReleaseAsync(int? current, CancellationToken cancellationToken)
    {
        var branch = _change.Record(AliasCheck.Branch, BranchPolicy.JudgeAlias(context.Configuration, candidate.Build, candidate.Environment.Name));
        return await _change.Ask.JudgeOrderAsync(version.Tags.GetValueOrDefault(VersionTags.Commit), current, cancellationToken) is { } order
            ? [.. branch, order]
            : branch;
    }
}
