using System.IO.Enumeration;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>The one answer to what belongs in a model, for check, package and register.</summary>
/// <param name="Files">Its files, sorted by the UTF-8 bytes of their paths.</param>
/// <param name="LeftOut">A note about everything that lies there and is no part of the model.</param>
/// <param name="Problems">What keeps the directory from being packed.</param>
internal sealed record ModelListing(IReadOnlyList<ContentFile> Files, IReadOnlyList<Diagnostic> LeftOut, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Lists a directory that is to be packed.</summary>
    /// <param name="root">Full path of the directory; may itself be a link.</param>
    public static ModelListing Of(string root)
    {
        var nodes = Enumerate(root, isAsIs: false);
        var files = nodes.Where(node => !node.IsLeftOver).ToArray();
        return new(
            FilesOf(files),
            [.. nodes.Where(node => node.IsLeftOver).Select(node => PackagingDiagnostics.LeftOut.At($"'{node.Path}' is left out: it is no part of the model.", new(node.FullPath)))],
            [
                .. Special(files),
                .. ContentRules.CheckNew(files.Select(node => node.Path), path => new(Path.Combine(root, path))),
                .. files.Where(node => !node.IsSpecial).Select(FindPointer).OfType<Diagnostic>(),
            ]);
    }

    /// <summary>Lists a directory in which every file counts, such as a copy of a registered version.</summary>
    /// <param name="root">Full path of the directory; may itself be a link.</param>
    public static ModelListing AsIs(string root)
    {
        var files = Enumerate(root, isAsIs: true);
        return new(FilesOf(files), [], [.. Special(files), .. ContentRules.Check(files.Select(node => node.Path), path => new(Path.Combine(root, path)))]);
    }

    private static Diagnostic? FindPointer(DirectoryNode node) =>
        PointerFile.Describe(node.FullPath, node.Length) is { } pointer ? PackagingDiagnostics.NotFetched.At($"'{node.Path}': {pointer}.", new(node.FullPath)) : null;

    private static IEnumerable<Diagnostic> Special(IEnumerable<DirectoryNode> nodes) => nodes
        .Where(node => node.IsSpecial)
        .Select(node => PackagingDiagnostics.NotRegular.At($"'{node.Path}' is {node.Kind}; expected a regular file.", new(node.FullPath)));

    private static ContentFile[] FilesOf(IEnumerable<DirectoryNode> nodes) => [.. nodes.Select(node => new ContentFile(node.Path, node.Length))];

    private static DirectoryNode[] Enumerate(string root, bool isAsIs)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var entries = new FileSystemEnumerable<DirectoryNode>(root, (ref FileSystemEntry entry) => DirectoryNode.From(root, ref entry, isAsIs), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !IsIgnored(ref entry) && (!entry.IsDirectory || DirectoryNode.IsLink(ref entry) || (!isAsIs && DirectoryNode.IsLeft(ref entry))),
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !IsIgnored(ref entry) && !DirectoryNode.IsLink(ref entry) && (isAsIs || !DirectoryNode.IsLeft(ref entry)),
        };
        return [.. entries.Order(Comparer<DirectoryNode>.Create((x, y) => Utf8Order.Instance.Compare(x.Path, y.Path)))];
    }

    private static bool IsIgnored(ref FileSystemEntry entry) =>
        entry.Directory.Length == entry.RootDirectory.Length && ContentRules.IsIgnoredRoot(entry.FileName);
}
