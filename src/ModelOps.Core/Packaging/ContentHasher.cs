using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Packaging;

/// <summary>Computes the digest of a model's content.</summary>
internal static class ContentHasher
{
    /// <summary>Reads every file once and hashes it.</summary>
    /// <param name="content">The model.</param>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">A file changed its length meanwhile.</exception>
    public static Task<ContentDigest> ComputeAsync(IModelContent content, IProgressSink progress, CancellationToken cancellationToken) =>
        new ContentPass(content, progress).RunAsync("Hashing", _ => null, _ => { }, cancellationToken);
}
