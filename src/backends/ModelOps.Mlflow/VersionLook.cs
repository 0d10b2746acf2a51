using ModelOps.Abstractions.Registry;

namespace ModelOps.Mlflow;

/// <summary>
/// What was seen of a model right before a version was created. A server numbers versions one after the other and gives no number twice, so a version
/// whose number follows the newest that was seen has none beside it that was not.
/// </summary>
/// <param name="Present">The live version with the unique tag; null when there is none.</param>
/// <param name="Newest">Highest number of all versions, 0 when there was none; null when not all were seen.</param>
internal sealed record VersionLook(ModelVersion? Present, int? Newest)
{
    /// <summary>Nothing was looked for.</summary>
    public static readonly VersionLook None = new(null, null);

    /// <summary>A model that this call has just created.</summary>
    public static readonly VersionLook OfNewModel = new(null, 0);

    /// <summary>Whether a version that was created then is the only one that was.</summary>
    /// <param name="version">The version as the server answered it.</param>
    /// <param name="unique">The unique tag; a server that leaves it out of its answer is asked what it has.</param>
    public bool IsFollowedBy(ModelVersion version, UniqueTag? unique) =>
        version.Version == Newest + 1 && (unique is null || version.Tags.GetValueOrDefault(unique.Tag.Key) == unique.Tag.Value);
}
