using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store.Rows;

/// <summary>A dataset that a run used, with the tags of that use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Digest of its content.</param>
/// <param name="SourceType">What kind of source it comes from.</param>
/// <param name="Source">Its source.</param>
/// <param name="Tags">Tags of the use.</param>
internal sealed record DatasetInput(string Name, string Digest, string SourceType, string Source, IReadOnlyList<Tag> Tags)
{
    public string? Schema { get; init; }

    public string? Profile { get; init; }
}
