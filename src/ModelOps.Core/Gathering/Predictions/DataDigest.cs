using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Digest of held-out data: of a file, or of all files of a directory with their names.</summary>
internal static class DataDigest
{
    /// <summary>Reads every byte once.</summary>
    /// <param name="path">Full path of a file or directory.</param>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">There is nothing (MOP0004), or something that is no regular file.</exception>
    public static async Task<string> ComputeAsync(string path, IProgressSink progress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            await using var content = DirectoryContent.OpenAsIs(path);
            return (await ContentHasher.ComputeAsync(content, progress, cancellationToken)).Manifest;
        }

        if (!File.Exists(path) || SpecialFile.DescribeTarget(path) is not null)
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.PathMissing.At($"evaluation.data: there is no file or directory '{path}'.", new(path)));
        }

        return await CheckedFile.HashAsync(path, cancellationToken);
    }
}
