using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Calls;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>The page that says which captured cases the sandbox answers the same.</summary>
internal static class CompatibilityPage
{
    private static readonly string[] Releases = ["2.22", "3.11"];

    // Paths that 2.22 has, and that fail there.
    private static readonly string[] FailingThere = ["mlflow/traces/{request_id}", "mlflow/traces/{trace_id}/assessments/{assessment_id}"];

    // Calls that are no messages.
    private static readonly (string Call, Behavior? Only)[] OfRoutes =
    [
        ("POST /v1/traces", Behavior.Mlflow3),
        ("GET /ajax-api/2.0/mlflow/get-trace-artifact", null),
        ("GET /ajax-api/3.0/mlflow/get-trace-artifact", Behavior.Mlflow3),
        ("GET /get-artifact", null),
        ("GET /health", null),
        ("GET /model-versions/get-artifact", null),
        ("GET /version", null),
        ("GET /api/2.0/mlflow-artifacts/artifacts/{path}", null),
        ("PUT /api/2.0/mlflow-artifacts/artifacts/{path}", null),
    ];

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
            test of a webhook that cannot be reached (3.11). Traces and what belongs to them are a sequence of their own, on a server of their own.

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

        AppendCalls(page);
        return page.ToString();
    }

    // What a server of MLflow has besides, by name.
    private static void AppendCalls(StringBuilder page)
    {
        page.Append(
            """

            ## Calls

            Paths below `/api/` are served below `/ajax-api/` too. A path that a release has and that fails there, such as `GET mlflow/traces/{request_id}` on 2.22, is answered with its failure and not listed. Not served: the gateway (`gateway/…`), GraphQL (`/graphql`), the user interface, and the calls of MLflow's basic authentication.

            | Call | 2.22 | 3.11 |
            |---|---|---|

            """);
        var calls = RpcCatalog.All
            .Where(call => call.Only != Behavior.Mlflow2 || !FailingThere.Contains(call.Path))
            .SelectMany(call => call.Routes.Take(1).Select(route => (Call: $"{call.Method} {route}", call.Only)))
            .Concat(OfRoutes)
            .GroupBy(call => call.Call, call => call.Only)
            .OrderBy(group => group.Key.Split(' ')[1], StringComparer.Ordinal)
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var call in calls)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{call.Key}` | {Mark(call, Behavior.Mlflow2)} | {Mark(call, Behavior.Mlflow3)} |\n");
        }
    }

    private static string Mark(IEnumerable<Behavior?> releases, Behavior release) => releases.Any(only => only is null || only == release) ? "yes" : "–";

    private static string Count(IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)> results, string? endpoint)
    {
        var cases = results.Where(result => endpoint is null || result.Case.Endpoint == endpoint).ToList();
        var same = cases.Count(result => result.Differences.Count == 0);
        return cases.Count == 0 ? "–" : same == cases.Count ? $"{same}" : $"{same} of {cases.Count}";
    }
}
