using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Finds the version that a rollback goes back to, and says what speaks against it.</summary>
/// <param name="registry">The registry.</param>
/// <param name="change">The change of the alias.</param>
/// <param name="context">The verb's context.</param>
internal sealed class RollbackTarget(IModelRegistry registry, AliasChange change, VerbContext context)
{
    /// <summary>The version, and what a person passed over to take it; empty when nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="isForced">Whether a person takes on himself what speaks against the version.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="ModelOpsException">
    /// It is gone (MOP3007, exit 2), the ledger does not vouch for it (MOP3024), or its files are not what was registered (MOP3001, both exit 3).
    /// </exception>
    public async Task<(ModelVersion Version, string PassedOver)> FindAsync(RollbackPlan plan, LedgerTrust ledger, bool isForced, CancellationToken cancellationToken)
    {
        var version = await registry.FindVersionAsync(plan.Move.Model, plan.Move.Version, cancellationToken);
        if (version is not { Status: VersionStatus.Ready })
        {
            throw new ModelOpsException(ExitCode.BadInput, ReleaseDiagnostics.NothingToRollBack.At($"Version {plan.Move.Version} of '{plan.Move.Model}' is gone or not READY."));
        }

        var doubts = Doubts(version, plan, ledger).ToList();
        var findings = doubts.Select(doubt => ReleaseDiagnostics.NotVouched.At($"{version.Uri} {doubt}.")).ToList();
        if (findings.Count > 0 && !isForced)
        {
            throw new ModelOpsException(ExitCode.GateFailed, findings);
        }

        findings.ForEach(finding => context.Report(finding with { Severity = Severity.Warning }));
        await change.Ask.VerifyAsync(version, ContentIdentity.Of(version), cancellationToken);
        return (version, string.Join("; ", doubts));
    }

    private IEnumerable<string> Doubts(ModelVersion version, RollbackPlan plan, LedgerTrust ledger)
    {
        if (!plan.IsVouched)
        {
            yield return $"was never given the alias '{change.Alias}' by an entry of the ledger that counts";
        }

        if (ContentIdentity.Of(version) is null)
        {
            yield return "has no digest, so that nothing says whether its files are those of before";
        }

        if (HasFailed(version, ledger))
        {
            yield return $"has failed a validation since: {VersionTags.ValidationStatus} {ValidationStatus.Failed}";
        }
    }

    private static bool HasFailed(ModelVersion version, LedgerTrust ledger)
    {
        var judged = ledger.Counted.FirstOrDefault(entry => entry.Action == LedgerActions.Validate && entry.To == version.Version && entry.Text(LedgerTags.Verdict).Length > 0);
        return version.Tags.GetValueOrDefault(VersionTags.ValidationStatus) == ValidationStatus.Failed || judged?.Text(LedgerTags.Verdict) == ValidationStatus.Failed;
    }
}
