using System.Globalization;
using System.Text.Json;

namespace ModelOps.Surfaces.Coverage;

/// <summary>Coverlet's own reports of several test projects as one: a line or branch counts as run where the tests of any project ran it.</summary>
internal static class CoverageReports
{
    /// <summary>By project, in the order of their names.</summary>
    public static IReadOnlyList<ProjectCoverage> Merge(IEnumerable<string> files)
    {
        var (lines, branches) = (new Dictionary<string, Dictionary<string, bool>>(StringComparer.Ordinal), new Dictionary<string, Dictionary<string, bool>>(StringComparer.Ordinal));
        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var module in document.RootElement.EnumerateObject())
            {
                var name = Path.GetFileNameWithoutExtension(module.Name);
                Read(module.Value, Place(lines, name), Place(branches, name));
            }
        }

        return [.. lines.Keys.Order(StringComparer.Ordinal).Select(name => new ProjectCoverage(name, Count(lines[name]), Count(branches[name])))];
    }

    private static void Read(JsonElement module, Dictionary<string, bool> lines, Dictionary<string, bool> branches)
    {
        foreach (var source in module.EnumerateObject())
        {
            foreach (var method in source.Value.EnumerateObject().SelectMany(type => type.Value.EnumerateObject()))
            {
                foreach (var line in method.Value.GetProperty("Lines").EnumerateObject())
                {
                    Note(lines, $"{source.Name}:{line.Name}", line.Value);
                }

                foreach (var branch in method.Value.GetProperty("Branches").EnumerateArray())
                {
                    var place = string.Join(':', ((string[])["Line", "Offset", "EndOffset", "Path", "Ordinal"]).Select(name => branch.GetProperty(name).GetInt64().ToString(CultureInfo.InvariantCulture)));
                    Note(branches, $"{source.Name}:{method.Name}:{place}", branch.GetProperty("Hits"));
                }
            }
        }
    }

    private static void Note(Dictionary<string, bool> seen, string place, JsonElement hits) => seen[place] = hits.GetInt64() > 0 || seen.GetValueOrDefault(place);

    private static Dictionary<string, bool> Place(Dictionary<string, Dictionary<string, bool>> all, string name) =>
        all.TryGetValue(name, out var found) ? found : all[name] = new(StringComparer.Ordinal);

    private static CoverageCount Count(Dictionary<string, bool> seen) => new(seen.Values.Count(isRun => isRun), seen.Count);
}
