using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Register;

/// <summary>What the registry has of a content before it is registered.</summary>
/// <param name="Keyed">The versions of this content and commit.</param>
/// <param name="Same">The newest version, when it has this content from another commit.</param>
/// <param name="RolledBack">The version of this content that was rolled back; null when none was.</param>
internal sealed record RegisteredContent(KeyedVersions Keyed, ModelVersion? Same, ModelVersion? RolledBack)
{
    /// <summary>The version that is the result; null when one is to be made.</summary>
    public ModelVersion? Existing => Keyed.Live ?? Same;

    /// <summary>Looks.</summary>
    public static async Task<RegisteredContent> FindAsync(Registration registration, VersionPublisher publisher, CancellationToken cancellationToken)
    {
        var (registry, content) = (registration.Catalog.Registry, ContentIdentity.Of(registration.Package.Digest));
        var keyed = await publisher.FindAsync(registration.Model, registration.Key, cancellationToken);

        // Content that is not the newest gets a version of its own, so that the order of versions stays that of commits.
        var same = keyed.Live is null ? await NewestVersion.FindSameAsync(registry, registration.Model, content, cancellationToken) : null;
        return new(keyed, same, await Quarantine.FindAsync(registry, registration.Model, content, cancellationToken));
    }
}
