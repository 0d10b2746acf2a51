using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Releases;

/// <summary>Tags that say where a version comes from.</summary>
internal static class Provenance
{
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
        ];
        return [.. from fact in facts where !string.IsNullOrEmpty(fact.Value) select new Tag(fact.Key, fact.Value)];
    }
}
