using System.IO.Enumeration;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>
/// The files of a model directory: regular files only. Empty directories, and <c>.git</c>, <c>.gitattributes</c>, <c>.github</c> and
/// <c>.gitignore</c> at the root, are no part of a model; OpenSSF Model Signing leaves them out too.
/// </summary>
public sealed class DirectoryContent : IModelContent
{
    private readonly string _root;

    private DirectoryContent(string root, IReadOnlyList<ContentFile> files)
    {
        _root = root;
        Files = files;
    }

    /// <inheritdoc />
    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>Lists a directory.</summary>
    /// <param name="root">Path of the directory; may itself be a link.</param>
    /// <exception cref="ModelOpsException">Links and other special files, unsafe paths, paths that collide: all of them, exit code 2.</exception>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static DirectoryContent Open(string root)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var nodes = Enumerate(root).Order(Comparer<DirectoryNode>.Create((x, y) => Utf8Order.Instance.Compare(x.Path, y.Path))).ToArray();
        var problems = nodes
            .Where(node => node.IsSpecial)
            .Select(node => PackagingDiagnostics.NotRegular.At(
                $"'{node.Path}' is {node.Kind}; expected a regular file.", new(node.FullPath)))
            .Concat(ContentRules.Check(nodes.Select(node => node.Path), path => new(Path.Combine(root, path))))
            .ToArray();
        return problems.Length == 0
            ? new(root, [.. nodes.Select(node => new ContentFile(node.Path, node.Length))])
            : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

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

    private static FileSystemEnumerable<DirectoryNode> Enumerate(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        return new(root, (ref FileSystemEntry entry) => DirectoryNode.From(root, ref entry), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsIgnored(ref entry) && (!entry.IsDirectory || DirectoryNode.IsLink(ref entry)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsIgnored(ref entry) && !DirectoryNode.IsLink(ref entry),
        };
    }

    private static bool IsIgnored(ref FileSystemEntry entry) =>
        entry.Directory.Length == entry.RootDirectory.Length && ContentRules.IsIgnoredRoot(entry.FileName);

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
