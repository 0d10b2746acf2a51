using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>What a merge would promote: the package of a pull request, which is no version yet.</summary>
/// <param name="settings">The call.</param>
/// <param name="context">The verb's context.</param>
/// <param name="registry">Registry of the target.</param>
/// <param name="change">The change of the alias.</param>
internal sealed class PackagePlan(PromoteSettings settings, VerbContext context, IModelRegistry registry, AliasChange change)
{
    /// <summary>Makes the plan. Nothing is written.</summary>
    /// <param name="environment">Target environment.</param>
    /// <param name="previous">Version that the alias has now; null when it does not exist.</param>
    /// <param name="build">The build.</param>
    /// <param name="refusal">What the branch policy refuses of this build.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="ModelOpsException">The package is not what its manifest says (exit 3).</exception>
    public async Task<PromoteResult> MakeAsync(string environment, int? previous, BuildInfo build, Diagnostic? refusal, CancellationToken cancellationToken)
    {
        await using var package = await ModelSource.OpenPackageAsync(settings.Package!, context, cancellationToken);
        var (model, content) = (change.Model, ContentIdentity.Of(package.Digest));
        var order = await change.Ask.JudgeOrderAsync(build, previous, cancellationToken);
        var read = await VersionsRead.ReadAsync(registry, model, cancellationToken);
        var rolledBack = await Quarantine.FindAsync(read, content, cancellationToken);
        context.ReportDryRun(refusal, order, rolledBack is null ? null : Quarantine.Refusal(rolledBack));
        var existing = NewestVersion.FindSame(read, content);
        var plan = new PromoteResult
        {
            Model = model,
            Environment = environment,
            Version = existing?.Version,
            Uri = existing?.Uri,
            Created = existing is null && rolledBack is null,
            Alias = change.Alias,
            PreviousVersion = previous,
            Digest = content.Digest,
            RolledBack = rolledBack is not null,
            Plan = rolledBack is not null ? [] : [.. Steps(model, existing, previous)],
        };
        context.Summarize(PlanSummary.Of(plan));
        return plan;
    }

    private IEnumerable<string> Steps(ModelName model, ModelVersion? existing, int? previous)
    {
        var name = existing?.Uri ?? $"a new version of {model}";
        if (existing is null)
        {
            yield return $"register {Path.GetFileName(settings.Package)} and copy it to {name}";
        }

        if (existing is null || existing.Version != previous)
        {
            yield return $"validate {name}";
            yield return PromotionRun.MoveStep(change.Alias, previous, name);
        }
    }
}
