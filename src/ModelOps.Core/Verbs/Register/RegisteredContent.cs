using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Register;

/// <summary>What the registry has of a content before it is registered.</summary>
/// <param name="IsFirst">Whether the model has no version yet; it may not exist.</param>
/// <param name="Keyed">The versions of this content and commit.</param>
/// <param name="Same">The newest version, when it has this content from another commit.</param>
/// <param name="RolledBack">The version of this content that was rolled back; null when none was.</param>
internal sealed record RegisteredContent(bool IsFirst, KeyedVersions Keyed, ModelVersion? Same, ModelVersion? RolledBack)
{
    /// <summary>The version that is the result; null when one is to be made.</summary>
    public ModelVersion? Existing => Keyed.Live ?? Same;

    /// <summary>Looks.</summary>
    public static async Task<RegisteredContent> FindAsync(Registration registration, CancellationToken cancellationToken)
    {
        var content = ContentIdentity.Of(registration.Package.Digest);
        var read = await VersionsRead.ReadAsync(registration.Catalog.Registry, registration.Model, cancellationToken);
        var keyed = await VersionPublisher.FindAsync(read, registration.Key, cancellationToken);

        // Content that is not the newest gets a version of its own, so that the order of versions stays that of commits.
        var same = keyed.Live is null ? NewestVersion.FindSame(read, content) : null;
        return new(read.IsEmpty, keyed, same, await Quarantine.FindAsync(read, content, cancellationToken));
    }
}
