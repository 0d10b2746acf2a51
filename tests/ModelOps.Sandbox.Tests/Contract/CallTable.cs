using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>The table of calls on the page about compatibility.</summary>
internal static class CallTable
{
    /// <summary>Appends the tables.</summary>
    /// <param name="page">The page.</param>
    /// <param name="results">What the replays found, by release.</param>
    public static void Append(
        StringBuilder page, IReadOnlyDictionary<string, IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> results)
    {
        page.Append(
            """

            ## Calls

            The number says how many captured requests of the call are answered the same, `yes` that none was captured, `–` that the release has no such call. Calls
            below `/api` are served below `/ajax-api` too; those that are named with `/ajax-api` there alone, as on MLflow's server.

            | Call | 2.22 | 3.11 |
            |---|---|---|

            """);
        var byCall = results.ToDictionary(
            release => release.Key,
            release => release.Value.ToLookup(result => ServedCalls.Find(result.Case) is { } call ? (call.Method, call.Path) : ("", "")));
        var calls = ServedCalls.All
            .GroupBy(call => (call.Method, call.Path))
            .OrderBy(group => group.Key.Path, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Method, StringComparer.Ordinal);
        foreach (var call in calls)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {call.Key.Method} `{call.Key.Path}` | {Count(call, Behavior.Mlflow2, byCall["2.22"])} | {Count(call, Behavior.Mlflow3, byCall["3.11"])} |\n");
        }

        page.Append("\nNot served, by name:\n\n| Call | What it is |\n|---|---|\n");
        foreach (var (method, path, why) in ServedCalls.Out)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {method} `{path}` | {why} |\n");
        }
    }

    // Some calls are read in another way by each release.
    private static string Count(
        IGrouping<(string Method, string Path), ServedCall> call,
        Behavior release,
        ILookup<(string Method, string Path), (CapturedCase Case, IReadOnlyList<string> Differences)> results)
    {
        if (!call.Any(one => one.Only is null || one.Only == release))
        {
            return "–";
        }

        var cases = results[call.Key].ToList();
        var equal = cases.Count(result => result.Differences.Count == 0);
        return cases.Count == 0 ? "yes" : equal == cases.Count ? $"{equal}" : $"{equal} of {cases.Count}";
    }
}
