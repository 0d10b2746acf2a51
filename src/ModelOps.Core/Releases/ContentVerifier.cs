using ModelOps.Core.Artifacts;
using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Compares the bytes that a registry serves with the digest they were registered with.</summary>
internal static class ContentVerifier
{
    /// <summary>Hashes the files of a version as the registry itself serves them.</summary>
    /// <exception cref="ModelOpsException">They do not have the digest (MOP3001, exit 3).</exception>
    public static async Task VerifyAsync(
        IModelRegistry registry, ModelVersion version, string digest, IProgressSink progress, CancellationToken cancellationToken)
    {
        await using var content = await registry.OpenContentAsync(version, cancellationToken);
        await VerifyAsync(content, version, digest, progress, cancellationToken);
    }

    /// <summary>Hashes files that came from a version.</summary>
    /// <exception cref="ModelOpsException">They do not have the digest (MOP3001, exit 3).</exception>
    public static async Task VerifyAsync(
        IModelContent content, ModelVersion version, string digest, IProgressSink progress, CancellationToken cancellationToken)
    {
        var actual = await ContentHasher.ComputeAsync(content, progress, cancellationToken);
        if (actual.Value != digest)
        {
            throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(
                $"The registry's files of {version.Uri} have the digest {actual.Value}; expected {digest}."));
        }
    }
}
