using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Releases;

/// <summary>Tags that say where a version comes from.</summary>
internal static class Provenance
{
    private const string Unconfirmed = "unconfirmed";

    /// <summary>Whether only the build host said where a version is from.</summary>
    public static bool IsUnconfirmed(ModelVersion version) => version.Tags.ContainsKey(VersionTags.Provenance);

    public static IReadOnlyList<Tag> Tags(BuildInfo build, ContentIdentity content, string key)
    {
        (string Key, string? Value)[] facts =
        [
            (VersionTags.Key, key),
            (VersionTags.Digest, content.Digest),
            (VersionTags.Manifest, content.Manifest),
            (VersionTags.Commit, build.Commit),
            (VersionTags.Branch, build.Branch),
            (VersionTags.Repository, build.Repository),
            (VersionTags.BuildUrl, build.BuildUrl),
            (VersionTags.PullRequest, build.PullRequest),
            (VersionTags.Provenance, build.IsUnconfirmed ? Unconfirmed : null),
        ];
        return [.. from fact in facts where !string.IsNullOrEmpty(fact.Value) select new Tag(fact.Key, fact.Value)];
    }
}
