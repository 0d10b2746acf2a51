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
    private const string Action = "rollback";

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
        var plan = await PlanAsync(catalog.Registry, ledger, model, settings.Alias, current, cancellationToken);
        var version = await TargetAsync(catalog.Registry, plan.Move, change, cancellationToken);
        var result = new RollbackResult
        {
            Model = model,
            Environment = environment.Name,
            Alias = settings.Alias,
            FromVersion = plan.Move.Expected!.Value,
            Version = version.Version,
            Uri = version.Uri,
        };
        if (settings.DryRun)
        {
            context.ReportDryRun();
        }
        else if (plan.Unfinished is { } unfinished)
        {
            await ledger.CompleteAsync(unfinished, [], ResultJson.Document(result), cancellationToken);
        }
        else
        {
            var from = await catalog.Registry.FindVersionAsync(model, result.FromVersion, cancellationToken);
            var entry = await ledger.BeginAsync(
                Action, await context.ReadBuildAsync(cancellationToken), Facts(settings, plan, from, version), cancellationToken);
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

    private static IReadOnlyList<Tag> Facts(RollbackSettings settings, RollbackPlan plan, ModelVersion? from, ModelVersion version) =>
    [
        new(LedgerTags.Reason, settings.Reason),
        .. !plan.UndoesRollback && from?.Tags.GetValueOrDefault(VersionTags.Digest) is { } taken ? [new Tag(LedgerTags.Quarantined, taken)] : Array.Empty<Tag>(),
        .. plan.UndoesRollback && version.Tags.GetValueOrDefault(VersionTags.Digest) is { } back ? [new Tag(LedgerTags.Lifted, back)] : Array.Empty<Tag>(),
        .. version.Tags.GetValueOrDefault(VersionTags.Commit) is { } commit ? [new Tag(LedgerTags.Commit, commit)] : Array.Empty<Tag>(),
    ];

    // A rollback that was killed after its move is finished, not undone: it would bring back the version that was to go.
    private static async Task<RollbackPlan> PlanAsync(
        IModelRegistry registry, Ledger ledger, ModelName model, AliasName alias, int? at, CancellationToken cancellationToken)
    {
        if (at is not { } current)
        {
            _ = await registry.FindModelAsync(model, cancellationToken)
                ?? throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.ModelMissing.At(
                    $"There is no registered model '{model}'."));
            throw Nothing($"'{model}' has no alias '{alias}'.");
        }

        var entries = await ledger.ReadAsync(cancellationToken);
        var moves = MovesOf.Alias(alias, entries, await registry.FindModelAsync(model, cancellationToken), registry.Traits.IgnoresAliasCase)
            .Where(entry => entry.To == current)
            .ToList();

        // An open entry may have been killed before its move, or have lost it to another run: a finished one is surer.
        var last = moves.Find(entry => entry.Run.Status == RunStatus.Finished && !IsUnfinishedRollback(moves[0])) ?? moves.FirstOrDefault()
            ?? throw Nothing($"The ledger has no move of '{alias}' to version {current} of '{model}': it was moved by hand.");
        var unfinished = IsUnfinishedRollback(last) ? last : null;
        return last.From is { } previous
            ? new(unfinished is null ? new(model, alias, previous, current) : new(model, alias, current, previous), last.Action == Action, unfinished)
            : throw Nothing($"'{alias}' of '{model}' had no version before {current}.");
    }

    private static bool IsUnfinishedRollback(LedgerEntry entry) => entry is { Action: Action, Run.Status: RunStatus.Running };

    private static async Task<ModelVersion> TargetAsync(
        IModelRegistry registry, AliasMove move, AliasChange change, CancellationToken cancellationToken)
    {
        var version = await registry.FindVersionAsync(move.Model, move.Version, cancellationToken);
        if (version is not { Status: VersionStatus.Ready })
        {
            throw Nothing($"Version {move.Version} of '{move.Model}' is gone or not READY.");
        }

        await change.Ask.VerifyAsync(version, ContentIdentity.Of(version), cancellationToken);
        return version;
    }

    private static ModelOpsException Nothing(string message) => new(ExitCode.BadInput, ReleaseDiagnostics.NothingToRollBack.At(message));
}
