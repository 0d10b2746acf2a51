using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Releases;

/// <summary>Finds the newest version of a model that counts: not superseded by another of its key.</summary>
internal static class NewestVersion
{
    /// <summary>The newest version that is READY; null when there is none.</summary>
    public static async Task<ModelVersion?> FindReadyAsync(IModelRegistry registry, ModelName model, CancellationToken cancellationToken)
    {
        var versions = await registry.ListVersionsAsync(model, withTag: null, cancellationToken).ToListAsync(cancellationToken);
        return versions.Find(version => version.Status == VersionStatus.Ready && Counts(version, versions));
    }

    /// <summary>The newest version, when it is READY and has some content; null when it is another one, or still on its way.</summary>
    public static ModelVersion? FindSame(VersionsRead read, ContentIdentity content)
    {
        var versions = read.Newest;
        var newest = versions.Find(version => version.Status != VersionStatus.Failed && Counts(version, versions));
        return newest is { Status: VersionStatus.Ready } && ContentIdentity.Of(newest) == content ? newest : null;
    }

    /// <summary>Whether a version is what register and promote answer for its key.</summary>
    private static bool Counts(ModelVersion version, List<ModelVersion> versions) => version.Tags.GetValueOrDefault(VersionTags.Key) is { } key
        ? VersionKey.Unique(key).Choose(versions)?.Version == version.Version
        : !version.Tags.ContainsKey(VersionTags.SupersededBy);
}
