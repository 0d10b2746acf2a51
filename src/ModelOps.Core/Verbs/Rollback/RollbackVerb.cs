using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Undoes the last move of an alias. A rollback is a move itself, so rolling back twice is where one began.</summary>
internal sealed class RollbackVerb : IVerb<RollbackSettings, RollbackResult>
{
    public const string Action = "rollback";

    public async Task<VerbOutcome<RollbackResult>> RunAsync(
        RollbackSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Reason))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At(
                "Input 'reason' is blank; the ledger keeps it, so say why."));
        }

        var environments = new EnvironmentResolver(context);
        var environment = environments.Named(settings.Environment);
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        var model = await environment.FindNameAsync(catalog, environments.ShortName(settings.Model!), context, cancellationToken);
        var change = new AliasChange(catalog.Registry, new(AliasVerb.Rollback, model, settings.Alias), context);
        var current = await change.Ask.RequireSupportAsync(cancellationToken);

        var ledger = environment.LedgerOf(catalog, model, context);
        var trust = await ledger.ReadAsync(cancellationToken);
        var registered = await catalog.Registry.FindModelAsync(model, cancellationToken);
        var plan = new RollbackPlanner(model, settings.Alias, registered, catalog.Registry.Traits.IgnoresAliasCase).Plan(trust, current, settings.Reason, settings.Force);
        var (version, passedOver) = await new RollbackTarget(catalog.Registry, change, context).FindAsync(plan, trust, settings.Force, cancellationToken);
        var result = new RollbackResult
        {
            Model = model,
            Environment = environment.Name,
            Alias = settings.Alias,
            FromVersion = plan.Move.Expected!.Value,
            Version = version.Version,
            Uri = version.Uri,
        };
        if (plan.IsMade)
        {
            context.Report(ReleaseDiagnostics.RolledBackBefore.At($"'{settings.Alias}' of '{model}' went from version {result.FromVersion} to {result.Version} for this reason: {settings.Reason}"));
        }
        else if (settings.DryRun)
        {
            context.ReportDryRun();
        }
        else if (plan.Unfinished is { } unfinished)
        {
            await ledger.CompleteAsync(await new LeftRollbacks(ledger, trust).TakeUpAsync(unfinished, cancellationToken), [], ResultJson.Document(result), cancellationToken);
        }
        else
        {
            var from = await catalog.Registry.FindVersionAsync(model, result.FromVersion, cancellationToken);
            var facts = Facts(settings, plan, from, version, passedOver);
            var entry = await new LeftRollbacks(ledger, trust).TakeUpAsync(settings.Alias, facts, cancellationToken)
                ?? await ledger.BeginAsync(Action, await context.ReadBuildAsync(cancellationToken), facts, cancellationToken);
            context.OnStep("run created");
            await SettleContentAsync(catalog.Registry, plan, from, version, settings.Reason, cancellationToken);
            context.OnStep("quarantine written");
            await change.MoveAsync(plan.Move, ledger, entry, cancellationToken);
            await ledger.CompleteAsync(entry, [], ResultJson.Document(result), cancellationToken);
        }

        return new(result);
    }

    // Before the alias moves: a rollback that is killed in between is run again, and no push in between undoes it.
    private static async Task SettleContentAsync(
        IModelRegistry registry, RollbackPlan plan, ModelVersion? from, ModelVersion to, string reason, CancellationToken cancellationToken)
    {
        if (!plan.UndoesRollback && from is not null)
        {
            await Quarantine.ImposeAsync(registry, from, reason, cancellationToken);
        }

        if (ContentIdentity.Of(to) is { } content)
        {
            await Quarantine.LiftAsync(registry, to.Model, content, cancellationToken);
        }
    }

    private static IReadOnlyList<Tag> Facts(RollbackSettings settings, RollbackPlan plan, ModelVersion? from, ModelVersion version, string passedOver) =>
    [
        new(LedgerTags.Reason, settings.Reason),
        .. passedOver.Length > 0 ? [new Tag(LedgerTags.Forced, passedOver)] : Array.Empty<Tag>(),
        .. !plan.UndoesRollback && from?.Tags.GetValueOrDefault(VersionTags.Digest) is { } taken ? [new Tag(LedgerTags.Quarantined, taken)] : Array.Empty<Tag>(),
        .. plan.UndoesRollback && version.Tags.GetValueOrDefault(VersionTags.Digest) is { } back ? [new Tag(LedgerTags.Lifted, back)] : Array.Empty<Tag>(),
        .. version.Tags.GetValueOrDefault(VersionTags.Commit) is { } commit ? [new Tag(LedgerTags.Commit, commit)] : Array.Empty<Tag>(),
    ];
}
