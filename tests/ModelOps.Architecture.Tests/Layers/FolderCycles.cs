using ModelOps.Architecture.Tests.Reading;

namespace ModelOps.Architecture.Tests.Layers;

/// <summary>
/// Finds folders that depend on each other in a circle. Compared are the folders beside each other, with all that lies in them, at every depth; what lies in
/// a folder itself may use its subfolders and be used by them.
/// </summary>
internal static class FolderCycles
{
    /// <summary>One line for each arrow inside a cycle, with the two types that make it.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<TypeUse> uses, string root)
    {
        var inside = uses.Where(use => IsIn(use.From.Namespace, root) && IsIn(use.To.Namespace, root)).ToList();
        return [.. Describe(inside, root), .. Children(inside, root).SelectMany(child => Find(inside, child)).Distinct()];
    }

    private static IEnumerable<string> Describe(IReadOnlyList<TypeUse> uses, string parent)
    {
        var arrows = uses
            .Select(use => (From: Child(use.From.Namespace, parent), To: Child(use.To.Namespace, parent), Use: use))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .ToLookup(arrow => (From: arrow.From!, To: arrow.To!), arrow => arrow.Use);
        var reach = Reach(arrows.Select(group => group.Key));
        return arrows
            .Where(group => reach[group.Key.To].Contains(group.Key.From))
            .OrderBy(group => group.Count())
            .SelectMany(group => group.Select(use => $"{use.From} uses {use.To}, and {group.Key.To} leads back to {group.Key.From}"))
            .Distinct();
    }

    private static Dictionary<string, HashSet<string>> Reach(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reach = new Dictionary<string, HashSet<string>>();
        foreach (var start in next.Select(group => group.Key).Concat(next.SelectMany(group => group)).Distinct().ToList())
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>([start]);
            while (open.TryPop(out var folder))
            {
                foreach (var target in next[folder].Where(seen.Add))
                {
                    open.Push(target);
                }
            }

            reach[start] = seen;
        }

        return reach;
    }

    private static IEnumerable<string> Children(IEnumerable<TypeUse> uses, string parent) =>
        uses.SelectMany(use => new[] { use.From, use.To }).Select(type => Child(type.Namespace, parent)).OfType<string>().Distinct();

    private static string? Child(string space, string parent) =>
        space.Length > parent.Length ? parent + "." + space[(parent.Length + 1)..].Split('.')[0] : null;

    private static bool IsIn(string space, string root) => space == root || space.StartsWith(root + ".", StringComparison.Ordinal);
}
