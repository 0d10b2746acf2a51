using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Sources;

/// <summary>Compares files that were taken from a version with what it was registered with.</summary>
internal static class RecordedDigest
{
    /// <summary>Refuses bytes or names other than those that were registered; a version that says nothing has nothing to compare.</summary>
    /// <exception cref="ModelOpsException">They differ (MOP3001, exit 3).</exception>
    public static void Require(ModelVersion? version, ContentIdentity found)
    {
        if (version is not null && ContentIdentity.Of(version) is { } registered && registered != found)
        {
            throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(
                $"The registry's files of {version.Uri} have the digest {found.Digest}; expected {registered.Digest} and the names of its manifest."));
        }
    }
}
