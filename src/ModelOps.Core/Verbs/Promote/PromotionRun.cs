using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Carries a promotion out, or says what it would do. A run after a killed one takes up where that one stopped.</summary>
internal sealed class PromotionRun(Promotion promotion, IModelRegistry sourceRegistry)
{
    private const string Action = "promote";

    private readonly VersionPublisher _publisher = new(promotion.Target.Registry, promotion.Context);

    /// <summary>The plan.</summary>
    /// <param name="refusal">What the branch policy would refuse; reported as a warning.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<PromoteResult> PlanAsync(Diagnostic? refusal, CancellationToken cancellationToken)
    {
        promotion.Context.ReportDryRun(refusal);
        var existing = (await FindCopyAsync(cancellationToken)).Live;
        var plan = Result(existing, created: existing is null, willMove: existing?.Version != promotion.Previous || existing is null);
        promotion.Context.Summarize(PlanSummary.Of(plan));
        return plan;
    }

    /// <summary>Copies, verifies, moves the alias.</summary>
    public async Task<PromoteResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var context = promotion.Context;
        var registry = promotion.Target.Registry;
        var ledger = promotion.TargetEnvironment.LedgerOf(promotion.Target, promotion.Model, context);
        var entry = await ledger.TakeUpAsync(Action, promotion.Key, promotion.Alias, cancellationToken);
        var found = await FindCopyAsync(cancellationToken);
        if (found.Live is { Status: VersionStatus.Ready } there && there.Version == promotion.Previous && entry is null)
        {
            var settled = await _publisher.TryFinishAsync(promotion.Publication, found, FinishCopyAsync, cancellationToken);
            return Result(settled, created: false, willMove: false);
        }

        if (found.Live is null)
        {
            await registry.EnsureModelAsync(promotion.Model, "", cancellationToken);
            context.OnStep("model ensured");
        }

        entry ??= await ledger.BeginAsync(Action, promotion.Build, promotion.Facts, cancellationToken);
        context.OnStep("run created");
        if (promotion.IsRolledBack)
        {
            await Quarantine.LiftAsync(registry, promotion.Model, promotion.Content, cancellationToken);
        }

        var existing = await _publisher.TryFinishAsync(promotion.Publication, found, FinishCopyAsync, cancellationToken);
        var (version, isNew) = existing is null ? await CopyAsync(entry, found.Pending, cancellationToken) : new(existing, IsNew: false);
        await NewModelName.WarnAsync(registry, version, isNew, context, cancellationToken);
        if (!isNew)
        {
            await RequireCopyAsync(version, cancellationToken);
        }

        await promotion.Change.Ask.VerifyAsync(version, promotion.Content, cancellationToken);
        context.OnStep("copy verified");
        if (await promotion.Change.Ask.JudgeQuarantineAsync(version, cancellationToken) is { } rolledBack)
        {
            throw new ModelOpsException(ExitCode.GateFailed, rolledBack);
        }

        // Another run of the same release may have ended the entry: what is ended is part of the chain.
        entry = await ledger.IsOpenAsync(entry, cancellationToken) && entry.IsFreeFor(promotion.Alias)
            ? entry
            : await ledger.BeginAsync(Action, promotion.Build, promotion.Facts, cancellationToken);
        var moves = version.Version != promotion.Previous;
        if (moves)
        {
            var move = new AliasMove(promotion.Model, promotion.Alias, version.Version, promotion.Previous);
            await promotion.Change.MoveAsync(move, ledger, entry, cancellationToken);
        }

        var result = Result(version, isNew, moves);
        await ledger.CompleteAsync(entry, [], ResultJson.Document(result), cancellationToken);
        context.OnStep("entry completed");
        return result;
    }

    // The newest version of the target that has this content already is the copy, whatever commit it came from.
    private async Task<KeyedVersions> FindCopyAsync(CancellationToken cancellationToken)
    {
        var read = await VersionsRead.ReadAsync(promotion.Target.Registry, promotion.Model, cancellationToken);
        var found = await VersionPublisher.FindAsync(read, promotion.Key, cancellationToken);
        if (found.Live is null)
        {
            found = found with { Live = NewestVersion.FindSame(read, promotion.Content, Provenance.IsUnconfirmed(promotion.Source)) };
        }

        if (found.Live is { } copy)
        {
            PromotionGuard.RequireCopy(copy, promotion.Verdict);
        }

        return found;
    }

    // What another run made while the bytes were copied may have been judged since, and so may a copy that was still on its way.
    private async Task RequireCopyAsync(ModelVersion copy, CancellationToken cancellationToken)
    {
        var now = await promotion.Target.Registry.FindVersionAsync(copy.Model, copy.Version, cancellationToken);
        PromotionGuard.RequireCopy(VersionKey.RequireLive(now ?? copy), promotion.Verdict);
    }

    private async Task<AddedVersion> CopyAsync(LedgerEntry entry, IReadOnlyList<int> givenUp, CancellationToken cancellationToken)
    {
        await using var copy = await OpenCopyAsync(cancellationToken);
        return await _publisher.AddAsync(promotion.Publish(entry, copy, givenUp), cancellationToken);
    }

    private async Task<ModelVersion> FinishCopyAsync(ModelVersion pending, CancellationToken cancellationToken)
    {
        await using var copy = await OpenCopyAsync(cancellationToken);
        return await promotion.Target.Registry.FinishVersionAsync(pending, copy, cancellationToken);
    }

    // The bytes that were verified are the bytes that are uploaded: both come from one private copy.
    private async Task<ContentCopy> OpenCopyAsync(CancellationToken cancellationToken)
    {
        var context = promotion.Context;
        await using var served = await RecordedSize.OpenContentAsync(sourceRegistry, promotion.Source, cancellationToken);
        FetchLimits.Require(served.Files, Path.GetTempPath(), promotion.Source.Uri);
        using var progress = context.Progress.Start("Downloading", served.Files.Sum(file => file.Length));
        var copy = await ContentCopy.CreateAsync(new ObservedContent(served, progress, _ => { }), cancellationToken);
        try
        {
            await ContentVerifier.VerifyAsync(copy, promotion.Source, promotion.Content, context.Progress, cancellationToken);
            context.OnStep("source verified");
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    private PromoteResult Result(ModelVersion? version, bool created, bool willMove) => new()
    {
        Model = promotion.Model,
        Environment = promotion.TargetEnvironment.Name,
        Version = version?.Version,
        Uri = version?.Uri,
        Created = created,
        Alias = promotion.Alias,
        PreviousVersion = promotion.Previous,
        Digest = promotion.Content.Digest,
        Plan = [.. Steps(version, created, willMove)],
    };

    private IEnumerable<string> Steps(ModelVersion? version, bool created, bool willMove)
    {
        var name = version?.Uri ?? $"a new version of {promotion.Model}";
        if (created)
        {
            yield return $"copy {promotion.Source.Uri} ({promotion.SourceEnvironment.Name}) to {name} ({promotion.TargetEnvironment.Name})";
        }

        if (willMove)
        {
            yield return $"verify the digest of {name}";
            yield return MoveStep(promotion.Alias, promotion.Previous, name);
        }
    }

    /// <summary>The step that moves the alias.</summary>
    public static string MoveStep(AliasName alias, int? previous, string name) =>
        $"move alias {alias} from {(previous is { } from ? $"version {from}" : "nothing")} to {name}";
}
