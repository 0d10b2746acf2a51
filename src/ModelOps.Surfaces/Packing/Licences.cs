using System.Text;
using System.Xml.Linq;

namespace ModelOps.Surfaces.Packing;

/// <summary>The licences that go along with the native program: the toolkit's own, and those of all that is linked into it or lies beside it.</summary>
internal static class Licences
{
    private const string Apache = "Apache-2.0.txt";

    private static readonly string[] Names = ["*license*", "*notice*"];

    private static readonly EnumerationOptions AnyCase = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary><c>LICENSE</c>, and <c>licences/PACKAGE.txt</c> for each package.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <param name="packages">Packages of which something is in the program.</param>
    public static IReadOnlyList<PackedFile> Collect(string root, IEnumerable<RestoredPackage> packages)
    {
        var own = File.ReadAllText(Path.Combine(root, "LICENSE"));
        return
        [
            Text("LICENSE", own),
            Text($"licences/{Apache}", File.ReadAllText(Path.Combine(root, "build", "licences", Apache))),
            .. packages.Select(package => Text($"licences/{package.Id}.txt", Licence(package, own[own.IndexOf("Permission is", StringComparison.Ordinal)..]))),
        ];
    }

    private static PackedFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    private static string Licence(RestoredPackage package, string mit)
    {
        var nuspec = XDocument.Load(Directory.EnumerateFiles(package.Directory, "*.nuspec").Single()).Root!.Elements().First();
        string? Element(string name) => nuspec.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        var licence = Element("license") ?? "";
        string[] head = [$"{package.Id} {package.Version}", Element("copyright") ?? "", Element("projectUrl") ?? "", licence];
        string[] files =
        [
            .. Names.SelectMany(pattern => Directory.EnumerateFiles(package.Directory, pattern, AnyCase)).Distinct().Order(StringComparer.Ordinal),
        ];
        string[] texts = files.Length > 0 ? [.. files.Select(File.ReadAllText)]
            : licence.Contains("Apache-2.0", StringComparison.Ordinal) ? [$"Its text is in {Apache}."]
            : licence == "MIT" ? [mit]
            : throw new InvalidDataException($"{package.Id} {package.Version} has no file with its licence, and the toolkit has no text of '{licence}'.");
        return string.Join("\n\n", [string.Join('\n', head.Where(line => line.Length > 0)), .. texts.Select(text => text.TrimEnd())]) + "\n";
    }
}
