using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Takes a version to another environment: everything that can refuse is asked first, then it is copied, verified and aliased.</summary>
internal sealed class PromoteVerb : IVerb<PromoteSettings, PromoteResult>
{
    public async Task<VerbOutcome<PromoteResult>> RunAsync(PromoteSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var environments = new EnvironmentResolver(context);
        var target = environments.Named(settings.To);
        var source = settings.From is { } from ? environments.Named(from) : environments.Before(target);
        var build = await context.ReadBuildAsync(cancellationToken);
        var (policyAlias, refusal) = BranchPolicy.Judge(context.Configuration, build, target.Name);
        if (refusal is not null && !settings.DryRun)
        {
            throw new ModelOpsException(ExitCode.GateFailed, refusal);
        }

        var shortName = environments.ShortName(settings.Model!);
        await using var sourceCatalog = await source.OpenAsync(context, cancellationToken);
        await using var targetCatalog = await target.OpenAsync(context, cancellationToken);
        var model = await target.FindNameAsync(targetCatalog, shortName, context, cancellationToken);
        var alias = settings.Alias ?? policyAlias;
        var change = new AliasChange(targetCatalog.Registry, new(AliasVerb.Promote, model, alias, settings.AllowOlder), context);
        change.Record(AliasCheck.Branch, refusal);
        var previous = await change.Ask.RequireSupportAsync(cancellationToken);

        var choice = new VersionChoice(settings.Version, settings.FromAlias);
        var sourceModel = await source.FindNameAsync(sourceCatalog, shortName, context, cancellationToken);
        var version = await SelectedVersion.FindAsync(sourceCatalog.Registry, source.Name, sourceModel, choice, cancellationToken);
        var verdict = new AliasVerdict(context.Configuration, shortName, alias) { AllowUndecided = settings.AllowUndecided };
        var content = await new PromotionGuard(context).RequireAsync(version, source.Name, previous, verdict, build, change, cancellationToken);

        var promotion = new Promotion
        {
            Settings = settings,
            Context = context,
            Build = build,
            SourceEnvironment = source,
            TargetEnvironment = target,
            Target = targetCatalog,
            Source = version,
            Content = content,
            Model = model,
            Alias = alias,
            Verdict = verdict,
            Previous = previous,
            Change = change,
        };
        RegistrySupport.RequireTags(targetCatalog.Registry, promotion.Tags);
        var run = new PromotionRun(promotion, sourceCatalog.Registry);
        return new(settings.DryRun ? await run.PlanAsync(refusal, cancellationToken) : await run.ExecuteAsync(cancellationToken));
    }
}
