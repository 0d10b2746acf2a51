using System.Security.Cryptography;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Pull;

/// <summary>The directory that <c>pull</c> writes: beside its place first, and moved there when all of it is verified.</summary>
/// <param name="output">Full path.</param>
/// <param name="source">What is written.</param>
/// <param name="context">The verb's context.</param>
internal sealed class PulledDirectory(string output, OpenedSource source, VerbContext context)
{
    private const int RandomBytes = 8;

    /// <summary>Writes the directory, unless it holds the content already.</summary>
    /// <returns>What the files are, and whether they were written.</returns>
    /// <exception cref="ModelOpsException">
    /// Something else is there (MOP2306, exit 2), there is no room (MOP2305), a name is not safe, or the bytes are not those that were registered (exit 3).
    /// Nothing was written then.
    /// </exception>
    public async Task<(ContentDigest Digest, bool IsWritten)> WriteAsync(CancellationToken cancellationToken)
    {
        var present = await HashPresentAsync(cancellationToken);
        if (present is not null && source.Expected is { } expected)
        {
            // What must be there is known, so nothing has to be fetched to tell.
            return ContentIdentity.Of(present) == expected ? (present, false) : throw Taken();
        }

        var staging = $"{output}.{RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true)}.tmp";
        try
        {
            Directory.CreateDirectory(staging);
            FetchLimits.Require(source.Content.Files, staging, source.Name);
            var digest = await CopyAsync(staging, cancellationToken);
            if (present is not null)
            {
                return ContentIdentity.Of(present) == ContentIdentity.Of(digest) ? (present, false) : throw Taken();
            }

            cancellationToken.ThrowIfCancellationRequested();
            Publish(staging);
            return (digest, true);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private async Task<ContentDigest?> HashPresentAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(output))
        {
            throw Taken();
        }

        if (!Directory.Exists(output) || !Directory.EnumerateFileSystemEntries(output).Any())
        {
            return null;
        }

        try
        {
            await using var present = DirectoryContent.Open(output);
            return await ContentHasher.ComputeAsync(present, context.Progress, cancellationToken);
        }
        catch (ModelOpsException)
        {
            throw Taken();
        }
    }

    private async Task<ContentDigest> CopyAsync(string directory, CancellationToken cancellationToken)
    {
        var digest = await ContentWriter.WriteAsync(source.Content, directory, "Writing", isReadOnly: false, context.Progress, cancellationToken);
        source.Require(ContentIdentity.Of(digest));
        return digest;
    }

    // One that is empty is in the way of a move; one that somebody has filled meanwhile is not deleted, and the move fails.
    private void Publish(string staging)
    {
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: false);
        }

        Directory.Move(staging, output);
    }

    private ModelOpsException Taken() => new(ExitCode.BadInput, SourceDiagnostics.OutputTaken.At(
        $"'{output}' is there and is not the content of {source.Name}. Nothing was written.", new(output)));
}
