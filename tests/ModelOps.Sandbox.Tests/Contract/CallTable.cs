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
        var calls = ServedCalls.All
            .GroupBy(call => (call.Method, call.Path))
            .OrderBy(group => group.Key.Path, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Method, StringComparer.Ordinal);
        foreach (var call in calls)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {call.Key.Method} `{call.Key.Path}` | {Count(call, Behavior.Mlflow2, results["2.22"])} | {Count(call, Behavior.Mlflow3, results["3.11"])} |\n");
        }

        page.Append("\nNot served, by name:\n\n| Call | What it is |\n|---|---|\n");
        foreach (var (method, path, why) in ServedCalls.Out)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {method} `{path}` | {why} |\n");
        }
    }

    // Some calls are read in another way by each release.
    private static string Count(
        IEnumerable<ServedCall> same, Behavior release, IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)> results)
    {
        if (same.FirstOrDefault(call => call.Only is null || call.Only == release) is not { } found)
        {
            return "–";
        }

        var cases = results.Where(result => ServedCalls.Find(result.Case) is { } call && call.Method == found.Method && call.Path == found.Path).ToList();
        var equal = cases.Count(result => result.Differences.Count == 0);
        return cases.Count == 0 ? "yes" : equal == cases.Count ? $"{equal}" : $"{equal} of {cases.Count}";
    }
}
