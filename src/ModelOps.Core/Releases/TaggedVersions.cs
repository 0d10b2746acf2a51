using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Lists the versions that may have a tag, whatever a registry's search knows.</summary>
internal static class TaggedVersions
{
    /// <summary>How many of the newest versions are read where nothing narrows them down; what a run looks for was made moments ago.</summary>
    public const int Newest = 200;

    /// <summary>The versions with a tag; of a registry whose search knows no tags, the newest ones with and without it.</summary>
    public static IAsyncEnumerable<ModelVersion> ListAsync(IModelRegistry registry, ModelName model, Tag tag, CancellationToken cancellationToken) =>
        registry.Traits.SearchesTags
            ? registry.ListVersionsAsync(model, tag, cancellationToken)
            : registry.ListVersionsAsync(model, withTag: null, cancellationToken).Take(Newest);
}
