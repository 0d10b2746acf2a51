using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>Every YAML that the repository shows or ships to consumers, and what runs on the repository itself.</summary>
internal static partial class ShippedPipelines
{
    private static readonly string[] Places = ["actions", "templates", "docs", "samples", ".github"];

    public static IReadOnlyList<PipelineFile> All { get; } = [.. Files().SelectMany(Read)];

    /// <summary>Actions that may be used, as <c>name@commit # version</c>.</summary>
    public static IReadOnlySet<string> Lock { get; } = File.ReadAllLines(Path.Combine(TestFiles.Root, "templates", "actions.lock"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .Select(parts => $"{parts[0]}@{parts[2]} # {parts[1]}")
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Files() =>
        Places.Select(place => Path.Combine(TestFiles.Root, place))
            .Where(Directory.Exists)
            .SelectMany(place => Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(TestFiles.Root, "*.md"))
            .Concat(Directory.EnumerateFiles(TestFiles.Root, "*.yml"))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<PipelineFile> Read(string file)
    {
        var name = Path.GetRelativePath(TestFiles.Root, file).Replace('\\', '/');
        return Path.GetExtension(file) switch
        {
            ".yml" or ".yaml" => [PipelineFile.Parse(name, File.ReadAllText(file))],
            ".md" => Fence().Matches(File.ReadAllText(file)).Select((match, index) => PipelineFile.Parse($"{name}#{index + 1}", Unindent(match))),
            _ => [],
        };
    }

    private static string Unindent(Match match) =>
        Regex.Replace(match.Groups["code"].Value, $"^{match.Groups["indent"].Value}", "", RegexOptions.Multiline);

    [GeneratedRegex(@"^(?<indent>[ ]*)```ya?ml\n(?<code>.*?)^[ ]*```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
