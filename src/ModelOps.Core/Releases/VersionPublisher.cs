using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Makes sure that exactly one live version of a key exists.</summary>
internal sealed class VersionPublisher(IModelRegistry registry, VerbContext context)
{
    /// <summary>The version of a key that counts: the lowest READY one, else the lowest pending one; null when there is none.</summary>
    public async Task<ModelVersion?> FindAsync(ModelName model, string key, CancellationToken cancellationToken)
    {
        var versions = await WithKeyAsync(model, key, cancellationToken);
        return versions.Find(version => version.Status == VersionStatus.Ready)
            ?? versions.Find(version => version.Status == VersionStatus.Pending);
    }

    /// <summary>Adds the version, waits for it, and settles with concurrent runs that added the same.</summary>
    public async Task<ModelVersion> AddAsync(PublishRequest request, CancellationToken cancellationToken)
    {
        var bytes = request.Content.Files.Sum(file => file.Length);
        using var progress = context.Progress.Start("Uploading", bytes);
        var observed = new ObservedContent(request.Content, progress, path => context.OnStep($"upload {path}"));
        var draft = new VersionDraft
        {
            Model = request.Model,
            RunId = request.Entry.Run.Id,
            RunArtifactUri = request.Entry.Run.ArtifactUri,
            Description = request.Description,
            Tags = request.Tags,
        };
        var added = await registry.AddVersionAsync(draft, observed, cancellationToken);
        context.OnStep("version added");
        var ready = await ReadyWait.ForAsync(registry, added, request.ReadyTimeout, context.Time, cancellationToken);
        context.OnStep("version ready");
        return await SettleAsync(request, ready, cancellationToken);
    }

    private async Task<ModelVersion> SettleAsync(PublishRequest request, ModelVersion added, CancellationToken cancellationToken)
    {
        var versions = (await WithKeyAsync(request.Model, request.Key, cancellationToken))
            .FindAll(version => version.Status == VersionStatus.Ready);
        if (versions.Count < 2)
        {
            return added;
        }

        var winner = versions[0];
        context.Report(ReleaseDiagnostics.DuplicateKey.At(
            $"{request.Model} has {versions.Count} versions of this content and commit; version {winner.Version} counts."));
        foreach (var other in versions.Skip(1).Where(version => !version.Tags.ContainsKey(VersionTags.SupersededBy)))
        {
            await registry.SetVersionTagAsync(request.Model, other.Version, new(VersionTags.SupersededBy, $"{winner.Version}"), cancellationToken);
        }

        return winner;
    }

    private async Task<List<ModelVersion>> WithKeyAsync(ModelName model, string key, CancellationToken cancellationToken)
    {
        var versions = new List<ModelVersion>();
        await foreach (var version in registry.ListVersionsAsync(model, new(VersionTags.Key, key), cancellationToken))
        {
            versions.Add(version);
        }

        versions.Sort((left, right) => left.Version.CompareTo(right.Version));
        return versions;
    }
}
