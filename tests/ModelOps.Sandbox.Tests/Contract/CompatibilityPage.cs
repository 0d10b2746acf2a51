using System.Globalization;
using System.Text;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>The page that says which captured cases the sandbox answers the same.</summary>
internal static class CompatibilityPage
{
    private static readonly string[] Releases = ["2.22", "3.11"];

    public static async Task<string> RenderAsync()
    {
        var results = new Dictionary<string, IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>>();
        foreach (var release in Releases)
        {
            results.Add(release, await ContractRun.OfAsync(release));
        }

        var page = new StringBuilder();
        page.Append(
            """
            # Compatibility of the sandbox with MLflow

            <!-- Written by the tests in tests/ModelOps.Sandbox.Tests/Contract. Do not edit. -->

            Every request below was sent to a real MLflow server of that release, and is sent to the sandbox in the same order by the tests. A case is
            the same when status, headers and body are, apart from identifiers, times, page tokens and the order of what has no order. Where a real server's message goes
            on with the words of its database driver, the message is compared up to there. One case is not asked, because it makes the server call an address on the internet: the
            test of a webhook that cannot be reached (3.11).

            | Calls | 2.22 | 3.11 |
            |---|---|---|

            """);
        foreach (var endpoint in results.Values.SelectMany(all => all).Select(result => result.Case.Endpoint).Distinct().Order(StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {endpoint} | {Count(results["2.22"], endpoint)} | {Count(results["3.11"], endpoint)} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"| **all** | {Count(results["2.22"], null)} | {Count(results["3.11"], null)} |\n\n## What is different, and why\n\n");
        foreach (var release in Releases)
        {
            foreach (var (id, reason) in KnownDifferences.Of(release).OrderBy(known => known.Key, StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {release}, {id}: {reason}\n");
            }
        }

        AppendDefects(page, results);
        CallTable.Append(page, results);
        return page.ToString();
    }

    // Clients' tests count on these answers as on others.
    private static void AppendDefects(
        StringBuilder page, Dictionary<string, IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> results)
    {
        page.Append("\n## Failures of MLflow's own server that are imitated\n\nA real server answers these with 500, and the sandbox does too.\n\n");
        foreach (var release in Releases)
        {
            var defects = results[release].Where(result => result.Case.Status == 500 && result.Differences.Count == 0).Select(result => result.Case.Id);
            foreach (var id in defects.Order(StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {release}, {id}\n");
            }
        }
    }

    private static string Count(IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)> results, string? endpoint)
    {
        var cases = results.Where(result => endpoint is null || result.Case.Endpoint == endpoint).ToList();
        var same = cases.Count(result => result.Differences.Count == 0);
        return cases.Count == 0 ? "–" : same == cases.Count ? $"{same}" : $"{same} of {cases.Count}";
    }
}
