using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Sources;

/// <summary>Writes the files of a model below a directory, hashed while they are written.</summary>
internal static class ContentWriter
{
    /// <summary>Writes all files, as many bytes of each as the content lists.</summary>
    /// <param name="content">The files.</param>
    /// <param name="root">Full path of the directory.</param>
    /// <param name="step">What the work is called while it is shown.</param>
    /// <param name="isReadOnly">Whether the files cannot be written once they are there.</param>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">A name is not safe, or a file has another length than is listed, perhaps without end (exit 3).</exception>
    public static async Task<ContentDigest> WriteAsync(
        IModelContent content, string root, string step, bool isReadOnly, IProgressSink progress, CancellationToken cancellationToken)
    {
        if (ContentRules.Check(content.Files.Select(file => file.Path), _ => null) is { Count: > 0 } problems)
        {
            throw new ModelOpsException(ExitCode.GateFailed, problems);
        }

        var open = new FileStream?[content.Files.Count];
        try
        {
            return await new ContentPass(content, progress).RunAsync(
                step,
                index =>
                {
                    var file = open[index] = Create(root, content.Files[index].Path, isReadOnly);
                    return (chunk, position) => RandomAccess.Write(file.SafeFileHandle, chunk.Span, position);
                },
                index => open[index]!.Dispose(),
                cancellationToken);
        }
        catch (ModelOpsException changed) when (changed.Diagnostics.All(finding => finding.Descriptor == PackagingDiagnostics.FileChanged))
        {
            throw new ModelOpsException(ExitCode.GateFailed, changed.Diagnostics, changed);
        }
        finally
        {
            foreach (var file in open)
            {
                file?.Dispose();
            }
        }
    }

    private static FileStream Create(string root, string relative, bool isReadOnly)
    {
        var path = Path.Combine(root, Path.Combine(relative.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (isReadOnly && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead;
        }

        return new(path, options);
    }
}
