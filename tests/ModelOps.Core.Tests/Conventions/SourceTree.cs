using System.Xml.Linq;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Conventions;

/// <summary>The sources of the product, as they are in the repository.</summary>
internal static class SourceTree
{
    private static readonly string Root = Path.Combine(TestFiles.Root, "src");

    /// <summary>Hand-written and emitted C# files by path below <c>src/</c>, without what a build makes.</summary>
    public static IReadOnlyList<(string Path, string[] Lines)> Files { get; } =
    [
        .. from file in Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           orderby path
           select (path, File.ReadAllLines(file)),
    ];

    /// <summary>Names of projects that each project refers to.</summary>
    public static IReadOnlyDictionary<string, string[]> References { get; } = Directory
        .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), ReadReferences, StringComparer.Ordinal);

    private static string[] ReadReferences(string project) =>
    [
        .. from reference in XDocument.Load(project).Descendants("ProjectReference")
           select Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')),
    ];
}
