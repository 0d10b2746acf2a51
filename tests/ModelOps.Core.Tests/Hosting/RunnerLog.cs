using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Finds commands in a line the way GitHub's runner does, but takes any name for a command.</summary>
/// <remarks>
/// Two forms: <c>::name properties::data</c> after leading white space, then the older <c>##[name properties]data</c> anywhere. The runner searches with
/// the culture's rules, which skip invisible characters: they are taken out before the search.
/// </remarks>
internal static class RunnerLog
{
    public static IReadOnlyList<(string Name, string Properties, string Data)> Commands(string log) =>
        [.. log.Split('\n').Select(line => Parse(line.TrimEnd('\r'))).OfType<(string, string, string)>()];

    private static (string Name, string Properties, string Data)? Parse(string raw)
    {
        var line = Invisible.Remove(raw).TrimStart();
        if (line.StartsWith("::", StringComparison.Ordinal) && line.IndexOf("::", 2, StringComparison.Ordinal) is var end and >= 0)
        {
            return Split(line[2..end], line[(end + 2)..]);
        }

        var begin = line.IndexOf("##[", StringComparison.Ordinal);
        var close = begin < 0 ? -1 : line.IndexOf(']', begin);
        return close < 0 ? null : Split(line[(begin + 3)..close], line[(close + 1)..]);
    }

    private static (string Name, string Properties, string Data) Split(string info, string data)
    {
        var space = info.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (info, "", Decode(data)) : (info[..space], info[(space + 1)..], Decode(data));
    }

    private static string Decode(string data) => data
        .Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%25", "%", StringComparison.Ordinal);
}
