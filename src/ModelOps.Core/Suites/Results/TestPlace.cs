using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Suites.Results;

/// <summary>Finds the place of a failure: a file inside of the working tree, as the results or the text of the failure name it.</summary>
/// <param name="root">The working tree.</param>
/// <param name="directory">Where relative paths start first; after that at the root.</param>
internal sealed partial class TestPlace(string root, string directory)
{
    private static readonly string[] Foreign = ["node_modules", "site-packages", ".venv", "venv", ".tox", ".nox"];

    /// <summary>The place of a failed test; null when none inside of the working tree is named.</summary>
    public SourceSpan? Find(TestCase test)
    {
        var named = $"{test.Details}\n{test.Message}".Split('\n').SelectMany(PlacesIn);
        if (Resolve(test.File) is not { } file)
        {
            return named.FirstOrDefault();
        }

        // Attributes say where the test begins; its own text may say on which line it failed.
        return named.FirstOrDefault(place => place.File == file) ?? new(file, test.Line);
    }

    private IEnumerable<SourceSpan> PlacesIn(string line) =>
        from match in Place().Matches(line.Length > 2000 ? line[..2000] : line)
        where int.TryParse(match.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let number = int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)
        let file = Resolve(match.Groups["file"].Value)
        where file is not null && number > 0
        select new SourceSpan(file, number);

    private string? Resolve(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Length > SafeRelativePath.MaxBytes || path.Any(char.IsControl))
        {
            return null;
        }

        return new[] { directory, root }.Select(start => Path.GetFullPath(path, start)).FirstOrDefault(IsOurs);
    }

    private bool IsOurs(string path)
    {
        var relative = Path.GetRelativePath(root, path);
        var parts = relative.Split(Path.DirectorySeparatorChar);
        return !Path.IsPathRooted(relative)
            && !parts.Contains("..")
            && !parts.Intersect(Foreign, StringComparer.Ordinal).Any()
            && File.Exists(path)
            && LinkFreePath.FindLink(root, path) is null;
    }

    // pytest and compilers, Python's tracebacks, .NET's, JavaScript's.
    [GeneratedRegex(
        """^(?<file>[^\s:()"][^:()"]*):(?<line>\d+)(:|$)|File "(?<file>[^"]+)", line (?<line>\d+)| in (?<file>[^:]*|[A-Za-z]:[^:]*):line (?<line>\d+)|(\(| at )(?<file>[^\s():]+|[A-Za-z]:[^\s():]+):(?<line>\d+)(:\d+)?(\)|$)""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
