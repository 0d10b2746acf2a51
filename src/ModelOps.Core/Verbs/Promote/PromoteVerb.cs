using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Takes a version to another environment: everything that can refuse is asked first, then it is copied, verified and aliased.</summary>
internal sealed class PromoteVerb : IVerb<PromoteSettings, PromoteResult>
{
    public async Task<VerbOutcome<PromoteResult>> RunAsync(PromoteSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        RequireChoice(settings);
        var environments = new EnvironmentResolver(context);
        var target = environments.Named(settings.To);
        var source = settings.From is { } from ? environments.Named(from) : environments.Before(target);
        var build = await context.ReadBuildAsync(cancellationToken);
        var (policyAlias, byBranch) = BranchPolicy.Judge(context.Configuration, build, target.Name);
        var order = EnvironmentOrder.Judge(context.Configuration, source.Name, target.Name);
        var refusal = byBranch ?? (order is { Severity: Severity.Error } ? order : null);
        if (order is { Severity: Severity.Warning })
        {
            context.Report(order);
        }

        if (refusal is not null && !settings.DryRun)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf([refusal]), refusal);
        }

        var shortName = environments.ShortName(settings.Model!);
        await using var targetCatalog = await target.OpenAsync(context, cancellationToken);
        var model = await target.FindNameAsync(targetCatalog, shortName, context, cancellationToken);
        var alias = settings.Alias ?? policyAlias;
        var change = new AliasChange(targetCatalog.Registry, new(AliasVerb.Promote, model, alias, settings.AllowOlder), context);
        change.Record(AliasCheck.Branch, refusal);
        var previous = await change.Ask.RequireSupportAsync(cancellationToken);
        if (settings.DryRun && UnvouchedVersion.Judge(await target.LedgerToRead(targetCatalog, model, context).ReadAsync(cancellationToken), model, alias, previous) is { } unvouched)
        {
            context.Report(unvouched);
        }

        if (settings.Package is not null)
        {
            return new(await new PackagePlan(settings, context, targetCatalog.Registry, change).MakeAsync(target.Name, previous, build, refusal, cancellationToken));
        }

        await using var sourceCatalog = await source.OpenAsync(context, cancellationToken);
        var choice = new VersionChoice(settings.Version, settings.FromAlias);
        var sourceModel = await source.FindNameAsync(sourceCatalog, shortName, context, cancellationToken);
        var version = await SelectedVersion.FindAsync(sourceCatalog.Registry, source.Name, sourceModel, choice, cancellationToken);
        var rolledBack = await Quarantine.FindAsync(targetCatalog.Registry, model, ContentIdentity.Of(version), cancellationToken);
        if (rolledBack is not null && !settings.AllowRolledBack)
        {
            return new(StayAway(settings, context, version, rolledBack, target.Name, alias, previous));
        }

        // Nobody has to decide about content that has the alias already.
        var isThere = previous is { } holder && ContentIdentity.Of(version) is { } content
            && await targetCatalog.Registry.FindVersionAsync(model, holder, cancellationToken) is { } present && ContentIdentity.Of(present) == content;
        var verdict = new AliasVerdict(context.Configuration, shortName, alias)
        {
            AllowUndecided = settings.AllowUndecided || isThere,
            IsFirst = previous is null,
        };
        var verified = await new PromotionGuard(context).RequireAsync(version, source.Name, previous, verdict, build, change, cancellationToken);

        var promotion = new Promotion
        {
            Settings = settings,
            Context = context,
            Build = build,
            SourceEnvironment = source,
            TargetEnvironment = target,
            Target = targetCatalog,
            Source = version,
            Content = verified,
            Model = model,
            Alias = alias,
            Verdict = verdict,
            Previous = previous,
            IsRolledBack = rolledBack is not null,
            Change = change,
        };
        RegistrySupport.RequireTags(targetCatalog.Registry, promotion.Tags);
        var run = new PromotionRun(promotion, sourceCatalog.Registry);
        return new(settings.DryRun ? await run.PlanAsync(refusal, cancellationToken) : await run.ExecuteAsync(cancellationToken));
    }

    private static void RequireChoice(PromoteSettings settings)
    {
        if (settings.Package is not null && (settings.Version is not null || settings.FromAlias is not null || !settings.DryRun))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At(
                "--package shows what a merge would release: give it with --dry-run, and without --version and --from-alias. What is promoted is a registered version."));
        }
    }

    // A push brings whatever there is, and what was rolled back is not for it to bring; a call that names the version means it.
    private static PromoteResult StayAway(
        PromoteSettings settings, VerbContext context, ModelVersion source, ModelVersion rolledBack, string environment, AliasName alias, int? previous)
    {
        var isNamed = settings.Version is not null || settings.FromAlias is not null;
        if (isNamed && !settings.SkipRolledBack)
        {
            throw new ModelOpsException(ExitCode.GateFailed, Quarantine.Refusal(rolledBack));
        }

        context.Report(Quarantine.Refusal(rolledBack) with { Severity = Severity.Warning });
        return new()
        {
            Model = rolledBack.Model,
            Environment = environment,
            Version = rolledBack.Version,
            Uri = rolledBack.Uri,
            Created = false,
            Alias = alias,
            PreviousVersion = previous,
            Digest = source.Tags[VersionTags.Digest],
            RolledBack = true,
            Plan = [],
        };
    }
}
