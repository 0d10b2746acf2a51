using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Packaging;

/// <summary>What the files of a version must be: their bytes by the digest, their names by the digest of the manifest.</summary>
internal sealed record ContentIdentity(string Digest, string Manifest)
{
    public static ContentIdentity Of(ContentDigest digest) => new(digest.Value, digest.Manifest);

    /// <summary>What a version was registered with; null when it does not say.</summary>
    public static ContentIdentity? Of(ModelVersion version) =>
        version.Tags.GetValueOrDefault(VersionTags.Digest) is { } digest && version.Tags.GetValueOrDefault(VersionTags.Manifest) is { } manifest
            ? new(digest, manifest)
            : null;
}
