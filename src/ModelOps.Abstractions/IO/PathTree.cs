namespace ModelOps.Abstractions.IO;

/// <summary>
/// Collects relative paths and finds those that are the same file, or a file and a directory, where case does not count. Normal forms need no care:
/// <see cref="SafeRelativePath"/> accepts only one.
/// </summary>
internal sealed class PathTree
{
    private readonly Dictionary<string, (string Spelling, bool IsFile)> _nodes = new(StringComparer.Ordinal);

    /// <summary>Adds the path of a file.</summary>
    /// <param name="path">A path that <see cref="SafeRelativePath"/> accepts.</param>
    /// <returns>The path, or the directory, that it collides with; null when it is new.</returns>
    public string? Add(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (Collide(path[..end], isFile: false) is { } other)
            {
                return other;
            }
        }

        return Collide(path, isFile: true);
    }

    private string? Collide(string node, bool isFile)
    {
        var key = node.ToUpperInvariant();
        if (_nodes.TryAdd(key, (node, isFile)))
        {
            return null;
        }

        var known = _nodes[key];
        var isSameDirectory = !isFile && !known.IsFile && string.Equals(known.Spelling, node, StringComparison.Ordinal);
        return isSameDirectory ? null : known.Spelling;
    }
}
