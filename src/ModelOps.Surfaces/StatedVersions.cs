using System.Text.RegularExpressions;

namespace ModelOps.Surfaces;

/// <summary>Places in files made by hand that name the toolkit's version: what a reader copies, and what templates and actions install.</summary>
internal static partial class StatedVersions
{
    private static readonly string[] Places = ["actions", "docs", "templates"];

    private static readonly string[] Pages = ["README.md"];

    private static readonly string[] Kinds = [".md", ".yml", ".cake"];

    /// <summary>Files below a root that name another version, by their paths.</summary>
    public static IEnumerable<string> Drift(string root) => Files(root)
        .Where(file => File.ReadAllText(file) is var text && text != Restate(text))
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));

    /// <summary>Files below a root that name a version of the toolkit at all.</summary>
    public static IEnumerable<string> Stating(string root) => Files(root)
        .Where(file => Stated().IsMatch(File.ReadAllText(file)))
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));

    /// <summary>Makes them name the present one.</summary>
    public static void Write(string root)
    {
        foreach (var path in Drift(root).ToArray())
        {
            var file = Path.Combine(root, path);
            File.WriteAllText(file, Restate(File.ReadAllText(file)));
        }
    }

    /// <summary>A text with the present version in every place that names the toolkit's.</summary>
    public static string Restate(string text) => Stated().Replace(text, ToolkitVersion.Full);

    private static IEnumerable<string> Files(string root) => Places
        .Select(place => Path.Combine(root, place))
        .Where(Directory.Exists)
        .SelectMany(place => Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
        .Concat(Pages.Select(page => Path.Combine(root, page)).Where(File.Exists))
        .Where(file => Kinds.Contains(Path.GetExtension(file)))
        .Order(StringComparer.Ordinal);

    // The input of the setup action and step, a package in a project, a script or a call, a tag of the toolkit's repository, and files of a release.
    [GeneratedRegex("""
        (?<=^[ ]+default:[ ]'?|one[ ]exact[ ]version,[ ]such[ ]as[ ]|Include="ModelOps\.MSBuild"[ ]Version="|package=Cake\.ModelOps&version=|ModelOps\.Cli[ ].*--version[ ]|refs/tags/v|modelops-|ModelOps\.Cli\.)
        [0-9]+\.[0-9]+\.[0-9]+(?:-(?!py3-)[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)?
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Stated();
}
