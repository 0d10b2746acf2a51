using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Releases;

/// <summary>Compares the bytes that a registry serves with the digest they were registered with.</summary>
internal static class ContentVerifier
{
    /// <summary>Hashes the files of a version as the registry itself serves them.</summary>
    /// <exception cref="ModelOpsException">They do not have the digest (MOP3001, exit 3).</exception>
    public static async Task VerifyAsync(
        IModelRegistry registry, ModelVersion version, ContentIdentity expected, IProgressSink progress, CancellationToken cancellationToken)
    {
        await using var content = await RecordedSize.OpenContentAsync(registry, version, cancellationToken);
        await VerifyAsync(content, version, expected, progress, cancellationToken);
    }

    /// <summary>Hashes files that came from a version.</summary>
    /// <exception cref="ModelOpsException">They do not have the digest (MOP3001, exit 3).</exception>
    public static async Task VerifyAsync(
        IModelContent content, ModelVersion version, ContentIdentity expected, IProgressSink progress, CancellationToken cancellationToken)
    {
        var actual = await ContentHasher.ComputeAsync(content, progress, cancellationToken);
        if (actual.Value != expected.Digest)
        {
            throw Mismatch($"The registry's files of {version.Uri} have the digest {actual.Value}; expected {expected.Digest}.");
        }

        if (actual.Manifest != expected.Manifest)
        {
            throw Mismatch(
                $"The registry's files of {version.Uri} have the right bytes under other names than those they were registered with.");
        }
    }

    private static ModelOpsException Mismatch(string message) => new(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(message));
}
