using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Releases;

/// <summary>The key that makes register idempotent.</summary>
internal static class VersionKey
{
    /// <summary>The key as the tag of a version, and how a version is withdrawn from it.</summary>
    public static UniqueTag Unique(string key) => new(new(VersionTags.Key, key), VersionTags.SupersededBy);

    /// <summary>Refuses a version that another run has withdrawn.</summary>
    /// <exception cref="ModelOpsException">It is (MOP2008, exit 6); the next run settles what is there.</exception>
    public static ModelVersion RequireLive(ModelVersion version) => version.Tags.GetValueOrDefault(VersionTags.SupersededBy) is not { } other ? version
        : throw ReadyWait.NotReady($"Another run has superseded {version.Uri} by version {other} meanwhile. Run the same command again.");

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the name in Normalization Form C, both digests and commit, each ended by a line feed, which none of them can contain.
    /// </summary>
    /// <param name="model">Registered model.</param>
    /// <param name="content">The content.</param>
    /// <param name="commit">The commit; null when it is unknown.</param>
    /// <param name="isUnconfirmed">Whether only the build host names it: once it is confirmed, a version of its own is made.</param>
    public static string Of(ModelName model, ContentIdentity content, string? commit, bool isUnconfirmed = false) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model.Normalized}\n{content.Digest}\n{content.Manifest}\n{commit}{(isUnconfirmed ? " unconfirmed" : "")}\n")));
}
