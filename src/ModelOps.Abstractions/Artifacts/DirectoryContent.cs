using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>
/// The files of a model directory: regular files only. Empty directories, and <c>.git</c>, <c>.gitattributes</c>, <c>.github</c> and
/// <c>.gitignore</c> at the root, are no part of a model; OpenSSF Model Signing leaves them out too. Neither is what Python and macOS leave behind.
/// </summary>
public sealed class DirectoryContent : IModelContent
{
    private readonly string _root;

    private DirectoryContent(string root, ModelListing listing)
    {
        _root = root;
        Files = listing.Files;
        LeftOut = listing.LeftOut;
    }

    /// <inheritdoc />
    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>A note about everything that lies there and is left out.</summary>
    public IReadOnlyList<Diagnostic> LeftOut { get; }

    /// <summary>Lists a model directory that is to be packed.</summary>
    /// <param name="root">Path of the directory; may itself be a link.</param>
    /// <exception cref="ModelOpsException">
    /// Links and other special files, paths that some reader refuses or that collide, pointers in the place of files: all of them, exit code 2.
    /// </exception>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static DirectoryContent Open(string root) => Open(root, ModelListing.Of);

    /// <summary>Lists a directory in which every file counts: a copy of a registered version, or data.</summary>
    /// <param name="root">Path of the directory; may itself be a link.</param>
    /// <exception cref="ModelOpsException">Links and other special files, unsafe paths, paths that collide: all of them, exit code 2.</exception>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    internal static DirectoryContent OpenAsIs(string root) => Open(root, ModelListing.AsIs);

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">A part of the path has become a link since the directory was listed.</exception>
    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RefuseLinks(file.Path);
        return Task.FromResult<Stream>(new FileStream(
            Path.Combine(_root, file.Path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static DirectoryContent Open(string root, Func<string, ModelListing> list)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var listing = list(root);
        return listing.Problems.Count == 0 ? new(root, listing) : throw new ModelOpsException(ExitCode.BadInput, listing.Problems);
    }

    private void RefuseLinks(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            var part = Path.Combine(_root, end < 0 ? path : path[..end]);
            if (File.GetAttributes(part).HasFlag(FileAttributes.ReparsePoint))
            {
                throw new ModelOpsException(ExitCode.BadInput, PackagingDiagnostics.NotRegular.At(
                    $"'{path}' has become a link since the directory was listed.", new(part)));
            }

            if (end < 0)
            {
                return;
            }
        }
    }
}
