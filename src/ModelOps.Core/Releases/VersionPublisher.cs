using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Makes sure that exactly one live version of a key exists.</summary>
internal sealed class VersionPublisher(IModelRegistry registry, VerbContext context)
{
    /// <summary>The versions of a key: the one that counts, and those that another run should have superseded.</summary>
    public async Task<KeyedVersions> FindAsync(ModelName model, string key, CancellationToken cancellationToken)
    {
        var unique = VersionKey.Unique(key);
        var versions = await registry.ListVersionsAsync(model, unique.Tag, cancellationToken).ToListAsync(cancellationToken);
        var live = unique.Choose(versions);
        return new(live, live is null ? [] : [.. unique.Surplus(live, versions)]);
    }

    /// <summary>Waits for a version that is there, and settles what killed or concurrent runs left.</summary>
    public async Task<ModelVersion> FinishAsync(
        PublishTarget target, KeyedVersions found, ModelVersion live, CancellationToken cancellationToken)
    {
        var ready = await ReadyWait.ForAsync(registry, live, target.ReadyTimeout, context.Time, cancellationToken);
        return found.Surplus.Count == 0 && live.Status == VersionStatus.Ready ? ready : await SettleAsync(target, ready, cancellationToken);
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
            Tags = request.Tags,
            Unique = VersionKey.Unique(request.Target.Key),
        };
        var added = await registry.AddVersionAsync(draft, observed, cancellationToken);
        context.OnStep("version added");
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
            return ready;
        }

        if (found.Surplus.Count > 0)
        {
            context.Report(ReleaseDiagnostics.DuplicateKey.At(
                $"{target.Model} has {found.Surplus.Count + 1} versions of this content and commit; version {live.Version} counts."));
        }

        foreach (var other in found.Surplus)
        {
            await registry.SetVersionTagAsync(target.Model, other.Version, new(VersionTags.SupersededBy, $"{live.Version}"), cancellationToken);
            context.OnStep("version superseded");
        }

        return live;
    }
}
