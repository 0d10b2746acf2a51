using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Finds commands in a line the way the Azure Pipelines agent does: <c>##vso[area.event properties]data</c>, anywhere.</summary>
internal static class AgentLog
{
    private const string Prefix = "##vso[";

    public static IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Properties, string Data)> Commands(string log) =>
        [.. log.Split('\n').Select(line => Parse(line.TrimEnd('\r'))).OfType<(string, IReadOnlyDictionary<string, string>, string)>()];

    private static (string Name, IReadOnlyDictionary<string, string> Properties, string Data)? Parse(string raw)
    {
        var line = Invisible.Remove(raw);
        var begin = line.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        var close = begin < 0 ? -1 : line.IndexOf(']', begin);
        if (close < 0)
        {
            return null;
        }

        var info = line[(begin + Prefix.Length)..close];
        var space = info.IndexOf(' ', StringComparison.Ordinal);
        var properties = (space < 0 ? "" : info[(space + 1)..]).Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => Decode(pair[1]));
        return (space < 0 ? info : info[..space], properties, Decode(line[(close + 1)..]));
    }

    private static string Decode(string text) => text
        .Replace("%3B", ";", StringComparison.Ordinal)
        .Replace("%5D", "]", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%AZP25", "%", StringComparison.Ordinal);
}
