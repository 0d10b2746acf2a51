using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>Compares our body with a captured one; identifiers and times are only asked to be there.</summary>
internal sealed partial class BodyComparer(IdMap ids)
{
    private static readonly HashSet<string> Times =
    [
        "creation_time", "last_update_time", "creation_timestamp", "last_updated_timestamp", "creation_timestamp_ms", "last_updated_timestamp_ms",
        "start_time", "end_time", "timestamp", "created_time", "created_timestamp",
    ];

    /// <summary>What differs, one line each; identifiers that differ for a reason are taken up.</summary>
    public IReadOnlyList<string> Compare(JsonElement captured, JsonElement ours)
    {
        var differences = new List<string>();
        Compare("", "", captured, ours, differences);
        return differences;
    }

    private void Compare(string path, string property, JsonElement captured, JsonElement ours, List<string> differences)
    {
        if (captured.ValueKind != ours.ValueKind)
        {
            differences.Add($"{path}: expected {Short(captured)}, found {Short(ours)}");
        }
        else if (captured.ValueKind == JsonValueKind.Object)
        {
            CompareObjects(path, captured, ours, differences);
        }
        else if (captured.ValueKind == JsonValueKind.Array)
        {
            CompareLists(path, captured, ours, differences);
        }
        else if (!IsSame(property, captured, ours))
        {
            differences.Add($"{path}: expected {Short(captured)}, found {Short(ours)}");
        }
    }

    private void CompareObjects(string path, JsonElement captured, JsonElement ours, List<string> differences)
    {
        foreach (var expected in captured.EnumerateObject())
        {
            if (ours.TryGetProperty(expected.Name, out var found))
            {
                Compare($"{path}/{expected.Name}", expected.Name, expected.Value, found, differences);
            }
            else
            {
                differences.Add($"{path}/{expected.Name}: missing, expected {Short(expected.Value)}");
            }
        }

        differences.AddRange(ours.EnumerateObject()
            .Where(found => !captured.TryGetProperty(found.Name, out _))
            .Select(found => $"{path}/{found.Name}: not expected, found {Short(found.Value)}"));
    }

    private void CompareLists(string path, JsonElement captured, JsonElement ours, List<string> differences)
    {
        if (captured.GetArrayLength() != ours.GetArrayLength())
        {
            differences.Add($"{path}: expected {captured.GetArrayLength()} items, found {ours.GetArrayLength()}: {Short(ours)}");
            return;
        }

        foreach (var (index, (expected, found)) in UnorderedLists.InOrder(captured).Zip(UnorderedLists.InOrder(ours)).Index())
        {
            Compare($"{path}[{index}]", "", expected, found, differences);
        }
    }

    private bool IsSame(string property, JsonElement captured, JsonElement ours) => captured.ValueKind switch
    {
        JsonValueKind.Number when Times.Contains(property) => true,
        JsonValueKind.String when property is "create_time" or "last_update_time" && IsOfTheServer(captured.GetString()!) => IsTime(ours.GetString()!),
        JsonValueKind.Number => captured.GetDouble().Equals(ours.GetDouble()),
        JsonValueKind.String when property == "message" => Plain(ids.Translate(captured.GetString()!)) == Plain(ours.GetString()!),
        JsonValueKind.String => ids.Accept(property, captured.GetString()!, ours.GetString()!) || IsSameJson(captured.GetString()!, ours.GetString()!),
        _ => true,
    };

    // Times that the case sends are of the year before.
    private static bool IsOfTheServer(string captured) => captured.StartsWith("2026-", StringComparison.Ordinal);

    private static bool IsTime(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Text that is JSON holds identifiers and times of its own.
    private bool IsSameJson(string captured, string ours)
    {
        if (captured.Length == 0 || ours.Length == 0 || captured[0] != ours[0] || captured[0] is not ('[' or '{'))
        {
            return false;
        }

        try
        {
            using var theirs = JsonDocument.Parse(captured);
            using var found = JsonDocument.Parse(ours);
            return Compare(theirs.RootElement, found.RootElement).Count == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A message without the words of the database driver, and with Python's sets in one order.</summary>
    private static string Plain(string message)
    {
        var own = ArtifactDirectory().Replace(DriverWords().Replace(message, ""), "");
        return PythonSet().Replace(own, set => "{" + string.Join(", ", set.Groups[1].Value.Split(", ").Order(StringComparer.Ordinal)) + "}");
    }

    private static string Short(JsonElement json) => json.GetRawText() is { Length: > 200 } text ? text[..200] + "…" : json.GetRawText();

    [GeneratedRegex(@"( Error: )?(\(raised as a result of Query-invoked autoflush|\(sqlite3\.)[\s\S]*$")]
    private static partial Regex DriverWords();

    // Where a server keeps its artifacts is its own.
    [GeneratedRegex(@"(?<=more artifacts from )\S+(?=:\n)|(?<=No such file or directory: ')\S*?(?=[0-9]+/[0-9a-f]{32}/)|(?<= for path=)\S*?(?=[0-9]+/traces/)")]
    private static partial Regex ArtifactDirectory();

    [GeneratedRegex(@"\{('[^']*'(?:, '[^']*')*)\}")]
    private static partial Regex PythonSet();
}
