using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Conventions;

/// <summary>The sources of the product, as they are in the repository.</summary>
internal static partial class SourceTree
{
    private static readonly string Root = Path.Combine(TestFiles.Root, "src");

    /// <summary>Hand-written and emitted C# files by path from their project's folder on, without what a build makes.</summary>
    public static IReadOnlyList<(string Path, string[] Lines)> Files { get; } =
    [
        .. from file in Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
           let path = ProjectGroup().Replace(Path.GetRelativePath(Root, file).Replace('\\', '/'), "")
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           orderby path
           select (path, File.ReadAllLines(file)),
    ];

    [GeneratedRegex("^(backends|fronts)/")]
    private static partial Regex ProjectGroup();
}
