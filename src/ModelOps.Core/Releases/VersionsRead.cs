using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>
/// The newest versions of a model as one read found them. Where that read has all of them it answers by tag too, so that one look before anything is
/// written is one request; what is asked after a write is read anew.
/// </summary>
/// <param name="registry">The registry.</param>
/// <param name="model">Registered model.</param>
/// <param name="newest">Its newest versions.</param>
internal sealed class VersionsRead(IModelRegistry registry, ModelName model, List<ModelVersion> newest)
{
    /// <summary>Newest first.</summary>
    public List<ModelVersion> Newest => newest;

    /// <summary>Whether the model has no version; it may not exist.</summary>
    public bool IsEmpty => newest.Count == 0;

    // Some registries search by tag and leave tags out of what is read without one.
    private bool AnswersByTag => newest.Count < TaggedVersions.Newest && newest.TrueForAll(version => version.Tags.Count > 0);

    /// <summary>Reads.</summary>
    public static async Task<VersionsRead> ReadAsync(IModelRegistry registry, ModelName model, CancellationToken cancellationToken) =>
        new(registry, model, await registry.ListVersionsAsync(model, withTag: null, cancellationToken).Take(TaggedVersions.Newest).ToListAsync(cancellationToken));

    /// <summary>The versions with a tag; of a registry whose search knows no tags, the newest ones with and without it.</summary>
    public IAsyncEnumerable<ModelVersion> WithTagAsync(Tag tag, CancellationToken cancellationToken) =>
        AnswersByTag ? newest.Where(version => version.Tags.GetValueOrDefault(tag.Key) == tag.Value).ToAsyncEnumerable()
        : registry.Traits.SearchesTags ? registry.ListVersionsAsync(model, tag, cancellationToken)
        : newest.ToAsyncEnumerable();
}
