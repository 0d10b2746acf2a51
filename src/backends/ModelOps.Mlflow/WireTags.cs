using ModelOps.Abstractions.Tracking;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

internal static class WireTags
{
    /// <summary>Tags of a create request; null, which is left out, when there are none.</summary>
    public static IReadOnlyList<WireTag>? Of(IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? null : [.. tags.Select(tag => new WireTag(tag.Key, tag.Value))];
}
