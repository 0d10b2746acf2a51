using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Makes sure that exactly one live version of a key exists.</summary>
internal sealed class VersionPublisher(IModelRegistry registry, VerbContext context)
{
    // What a registry leaves so often it will leave again.
    private const int MostPending = 5;

    /// <summary>The versions of a key: the one that counts, and those that another run should have superseded.</summary>
    public Task<KeyedVersions> FindAsync(ModelName model, string key, CancellationToken cancellationToken) =>
        ChooseAsync(key, TaggedVersions.ListAsync(registry, model, VersionKey.Unique(key).Tag, cancellationToken), cancellationToken);

    /// <summary>The same among versions that were just read.</summary>
    public static Task<KeyedVersions> FindAsync(VersionsRead read, string key, CancellationToken cancellationToken) =>
        ChooseAsync(key, read.WithTagAsync(VersionKey.Unique(key).Tag, cancellationToken), cancellationToken);

    private static async Task<KeyedVersions> ChooseAsync(string key, IAsyncEnumerable<ModelVersion> found, CancellationToken cancellationToken)
    {
        var unique = VersionKey.Unique(key);
        var versions = await found.ToListAsync(cancellationToken);
        var live = unique.Choose(versions);
        return new(live, live is null ? [] : [.. unique.Surplus(live, versions)], [.. unique.Pending(versions)]);
    }

    /// <summary>Makes the version that is there usable, and settles what killed or concurrent runs left.</summary>
    /// <param name="target">Where the version is.</param>
    /// <param name="found">The versions of the key as they were read.</param>
    /// <param name="finish">Finishes a pending version; asked only where callers can.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The version, READY; null when there is none, or one that stayed pending and is to be replaced.</returns>
    /// <exception cref="ModelOpsException">So many versions stayed pending that another would, too (MOP2008, exit 6).</exception>
    public async Task<ModelVersion?> TryFinishAsync(
        PublishTarget target, KeyedVersions found, Func<ModelVersion, CancellationToken, Task<ModelVersion>> finish, CancellationToken cancellationToken)
    {
        switch (found.Live)
        {
            case null:
                return null;
            case { Status: VersionStatus.Ready } ready when found.Surplus.Count == 0 && !ReplacedVersions.Of(ready).Intersect(found.Pending).Any():
                return ready;
            case { Status: VersionStatus.Ready } ready:
                return await SettleAsync(target, ready, cancellationToken);
            case var pending when registry.Traits.FinishesVersions:
                var finished = await finish(pending, cancellationToken);
                context.OnStep("version finished");
                var waited = await ReadyWait.ForAsync(registry, finished, target.ReadyTimeout, context.Time, cancellationToken);
                return await SettleAsync(target, waited, cancellationToken);
        }

        if (await ReadyWait.ForKeyAsync(token => FindAsync(target.Model, target.Key, token), target.ReadyTimeout, context.Time, cancellationToken) is { } late)
        {
            return await SettleAsync(target, late, cancellationToken);
        }

        return found.Pending.Count < MostPending ? null : throw ReadyWait.NotReady(
            $"{target.Model} has {found.Pending.Count} versions of this content and commit that the registry leaves pending ({string.Join(", ", found.Pending)}), so "
            + "another is not made. Delete them, then run the same command again.");
    }

    /// <summary>Adds the version, waits for it, and settles with concurrent runs that added the same.</summary>
    public async Task<AddedVersion> AddAsync(PublishRequest request, CancellationToken cancellationToken)
    {
        var bytes = request.Content.Files.Sum(file => file.Length);
        using var progress = context.Progress.Start("Uploading", bytes);
        var observed = new ObservedContent(request.Content, progress, path => context.OnStep($"upload {path}"));
        var draft = new VersionDraft
        {
            Model = request.Target.Model,
            RunId = request.Entry.Run.Id,
            RunArtifactUri = request.Entry.Run.ArtifactUri,
            Description = request.Description,
            Tags = [.. request.Tags, .. ReplacedVersions.TagOf(request.GivenUp)],
            Unique = VersionKey.Unique(request.Target.Key) with { GivenUp = request.GivenUp },
        };
        var added = request.NewModel is { } description
            ? await registry.AddFirstVersionAsync(draft, description, observed, cancellationToken)
            : await registry.AddVersionAsync(draft, observed, cancellationToken);
        context.OnStep("version added");
        if (added is { IsAlone: true, Version.Status: VersionStatus.Ready } && request.GivenUp.Count == 0)
        {
            return added;
        }

        var ready = await ReadyWait.ForAsync(registry, added.Version, request.Target.ReadyTimeout, context.Time, cancellationToken);
        context.OnStep("version ready");
        var live = await SettleAsync(request.Target, ready, cancellationToken);
        return new(live, added.IsNew && live.Version == ready.Version);
    }

    private async Task<ModelVersion> SettleAsync(PublishTarget target, ModelVersion ready, CancellationToken cancellationToken)
    {
        var found = await FindAsync(target.Model, target.Key, cancellationToken);
        if (found.Live is not { Status: VersionStatus.Ready } live)
        {
            return await RequireLiveAsync(ready, cancellationToken);
        }

        var replaced = ReplacedVersions.Of(live).Intersect(found.Pending).ToList();
        foreach (var number in replaced)
        {
            // It came after all, and others may have seen it: the earliest of two counts then, for them as for this run.
            if (await registry.FindVersionAsync(target.Model, number, cancellationToken) is not { Status: VersionStatus.Pending })
            {
                return await SettleAsync(target, ready, cancellationToken);
            }
        }

        if (replaced.Count > 0)
        {
            context.Report(RegistryDiagnostics.PendingReplaced.At(
                $"{target.Model} has a version that stayed pending ({string.Join(", ", replaced)}); version {live.Version} with the same content counts instead."));
        }

        if (found.Surplus.Count > 0)
        {
            context.Report(ReleaseDiagnostics.DuplicateKey.At(
                $"{target.Model} has {found.Surplus.Count + 1} versions of this content and commit; version {live.Version} counts."));
        }

        var withdrawn = replaced.Concat(found.Surplus.Select(other => other.Version)).ToList();
        foreach (var number in withdrawn)
        {
            await registry.SetVersionTagAsync(target.Model, number, new(VersionTags.SupersededBy, $"{live.Version}"), cancellationToken);
            context.OnStep("version superseded");
        }

        return withdrawn.Count == 0 ? live : await RequireLiveAsync(live, cancellationToken);
    }

    // Two runs that look at the same moment may each withdraw what the other keeps: no alias must go there.
    private async Task<ModelVersion> RequireLiveAsync(ModelVersion version, CancellationToken cancellationToken) =>
        VersionKey.RequireLive(await registry.FindVersionAsync(version.Model, version.Version, cancellationToken) ?? version);
}
