using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Gives an alias to a version that passed, and takes it from one that does not pass any more.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="version">The version.</param>
/// <param name="settings">The call.</param>
/// <param name="context">The verb's context.</param>
internal sealed class VerdictAlias(Candidate candidate, ModelVersion version, ValidateSettings settings, VerbContext context)
{
    private readonly AliasChange _change = new(
        candidate.Catalog.Registry, new(AliasVerb.Validate, version.Model, settings.Alias, settings.AllowOlder), context);

    private bool _isFirst;

    private AliasName Alias => settings.Alias;

    /// <summary>Refuses, before anything is written, what could not be given the alias whatever the gates say.</summary>
    /// <exception cref="ModelOpsException">The registry, the branch policy or the order of commits refuses it.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var current = await _change.Ask.RequireSupportAsync(cancellationToken);
        _isFirst = current is null;
        if (await JudgeReleaseAsync(current, cancellationToken) is { Count: > 0 } refusals)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf(refusals), refusals);
        }
    }

    /// <summary>All of that without the exception.</summary>
    public async Task<IReadOnlyList<Diagnostic>> JudgeAsync(CancellationToken cancellationToken)
    {
        var (current, refusals) = await _change.Ask.JudgeSupportAsync(cancellationToken);
        _isFirst = current is null;
        return [.. refusals, .. await JudgeReleaseAsync(current, cancellationToken)];
    }

    /// <summary>Refuses an alias that a champion has on evidence that did not decide: that is what promote --allow-undecided is for.</summary>
    public IReadOnlyList<Diagnostic> JudgeVerdict(ValidationVerdict verdict)
    {
        var champion = candidate.Section.Gates.Champion;
        var isFree = verdict.Decision switch
        {
            Decision.Promote => true,
            Decision.Undecided when _isFirst || champion.NotCompared == NotComparedPolicy.Allow => true,
            _ => !Alias.IsChampions(champion.Alias),
        };
        var unconfirmed = new AliasVerdict(context.Configuration, candidate.Section.Name, Alias).JudgeProvenance(version);
        return _change.Record(AliasCheck.Verdict, unconfirmed ?? (isFree ? null : GateDiagnostics.Undecided.At(
            $"{version.Uri} does not get the alias '{Alias}': the decision is {ChoiceText.Of(verdict.Decision)}.")));
    }

    /// <summary>Whether the alias is where a verdict that stands would put it.</summary>
    public async Task<bool> IsWhereItBelongsAsync(ValidationVerdict verdict, CancellationToken cancellationToken) =>
        !verdict.MakesChallenger || (await _change.Ask.FindAsync(cancellationToken)).Version == version.Version;

    /// <summary>Gives the alias to a version that passed.</summary>
    /// <returns>Whether the version has it now.</returns>
    public async Task<bool> GiveAsync(ValidationVerdict verdict, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (!verdict.MakesChallenger)
        {
            return false;
        }

        var rolledBack = await _change.Ask.JudgeQuarantineAsync(version, cancellationToken);
        if (JudgeVerdict(verdict) is [var refusal, ..])
        {
            context.Report(refusal);
            return false;
        }

        if (rolledBack is not null)
        {
            context.Report(rolledBack with { Severity = Severity.Warning });
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
        if (verdict.Passes || !verdict.IsDecided || !await _change.TakeAsync(version, candidate.Section.Gates.Champion.Alias, ledger, entry, cancellationToken))
        {
            return false;
        }

        context.Report(GateDiagnostics.AliasTaken.At($"{version.Uri} was '{Alias}' and does not pass any more: it lost the alias."));
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
