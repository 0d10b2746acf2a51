using System.Text.Json;

namespace ModelOps.Surfaces.Packing;

/// <summary>A package that NuGet restored.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Directory">Where it is unpacked.</param>
internal sealed record RestoredPackage(string Id, string Version, string Directory)
{
    /// <summary>The packages of which something is in a program, by its <c>project.assets.json</c>: its libraries, and the parts of .NET.</summary>
    /// <param name="assetsFile">The file that restoring left behind.</param>
    /// <param name="platform">The platform that the program is for.</param>
    public static IReadOnlyList<RestoredPackage> In(string assetsFile, string platform)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var target = root.GetProperty("targets").EnumerateObject().Single(target => target.Name.EndsWith($"/{platform}", StringComparison.Ordinal)).Value;
        var libraries = target.EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package" && IsShipped(library.Value))
            .Select(library => library.Name.Split('/'))
            .Select(name => Found(folders, name[0], name[1]) ?? throw new DirectoryNotFoundException($"{name[0]} {name[1]} is in none of the package folders."));
        var framework = root.GetProperty("project").GetProperty("frameworks").EnumerateObject().Single().Value;
        var parts = framework.TryGetProperty("downloadDependencies", out var downloads)
            ? downloads.EnumerateArray().Select(part => Found(folders, part.GetProperty("name").GetString()!, part.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]))
            : [];
        return [.. libraries.Concat(parts).OfType<RestoredPackage>().DistinctBy(package => package.Id).OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsShipped(JsonElement library) =>
        library.TryGetProperty("native", out _)
        || (library.TryGetProperty("runtime", out var runtime) && runtime.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal)));

    // A part of .NET that this program does not take is named there and not fetched.
    private static RestoredPackage? Found(string[] folders, string id, string version) => folders
        .Select(folder => Path.Combine(folder, id.ToLowerInvariant(), version))
        .Where(System.IO.Directory.Exists)
        .Select(directory => new RestoredPackage(id, version, directory))
        .FirstOrDefault();
}
