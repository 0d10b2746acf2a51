using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Finds the newest version of a model that counts: not superseded by another of its key.</summary>
internal static class NewestVersion
{
    // Versions of one key are made moments apart.
    private const int Looked = 200;

    /// <summary>The newest version that is READY; null when there is none.</summary>
    public static async Task<ModelVersion?> FindReadyAsync(IModelRegistry registry, ModelName model, CancellationToken cancellationToken)
    {
        var versions = await registry.ListVersionsAsync(model, withTag: null, cancellationToken).ToListAsync(cancellationToken);
        return versions.Find(version => version.Status == VersionStatus.Ready && Counts(version, versions));
    }

    /// <summary>The newest version that is READY or on its way there; null when there is none.</summary>
    public static async Task<ModelVersion?> FindLiveAsync(IModelRegistry registry, ModelName model, CancellationToken cancellationToken)
    {
        var versions = await registry.ListVersionsAsync(model, withTag: null, cancellationToken).Take(Looked).ToListAsync(cancellationToken);
        return versions.Find(version => version.Status != VersionStatus.Failed && Counts(version, versions));
    }

    /// <summary>Whether a version is what register and promote answer for its key.</summary>
    private static bool Counts(ModelVersion version, List<ModelVersion> versions) => version.Tags.GetValueOrDefault(VersionTags.Key) is { } key
        ? VersionKey.Unique(key).Choose(versions)?.Version == version.Version
        : !version.Tags.ContainsKey(VersionTags.SupersededBy);
}
