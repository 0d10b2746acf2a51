using System.Xml.Linq;

namespace ModelOps.Architecture.Tests.Layers;

/// <summary>The projects below <c>src/</c>.</summary>
internal static class SourceProjects
{
    /// <summary>Root namespace by assembly.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Directory
        .EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(AssemblyOf, file => Path.GetFileNameWithoutExtension(file)!, StringComparer.Ordinal);

    public static string RootNamespaceOf(string assembly) => All[assembly];

    private static string AssemblyOf(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);

    private static string Root()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Toolkit.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
