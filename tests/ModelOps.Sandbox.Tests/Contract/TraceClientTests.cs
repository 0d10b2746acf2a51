using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Tests.Contract;

public sealed class TraceClientTests
{
    [Theory]
    [InlineData("3.11", "traces-client-trace", 150)]
    [InlineData("3.11", "traces-client-2.22-trace", 50)]
    [InlineData("2.22", "traces-client-trace", 50)]
    [InlineData("2.22", "traces-client-3.11-trace", 25)]
    public async Task A_client_that_traces_gets_the_answers_that_a_real_server_gave_it(string release, string file, int least)
    {
        var calls = ClientTrace.Load(release, file);

        var results = await ContractRun.AgainstSandboxAsync(release, [.. Before(calls), .. calls]);

        // The capture has another directory in the text of its answers than in the bytes of its requests.
        var different = results
            .Select(result => (result.Case, Differences: result.Differences.Where(line => !line.Contains("Traceback", StringComparison.Ordinal)).ToList()))
            .Where(result => result.Differences.Count > 0)
            .Select(result => $"{result.Case.Sequence} {result.Case.Name}: {string.Join("\n    ", result.Differences)}")
            .ToList();
        Assert.True(results.Count >= least);
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    // The server had experiments already, and identities of experiments are numbers in a row.
    private static IEnumerable<CapturedCase> Before(IEnumerable<CapturedCase> calls)
    {
        var first = calls.First(call => call.Path.EndsWith("/experiments/create", StringComparison.Ordinal));
        var id = int.Parse(first.Response.GetProperty("body").GetProperty("experiment_id").GetString()!, CultureInfo.InvariantCulture);
        return Enumerable.Range(1, id - 1).Select(number => first with
        {
            Request = JsonSerializer.SerializeToElement(new
            {
                method = "POST",
                path = first.Path,
                headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
                body = new { name = $"before {number}" },
            }),
            Response = JsonSerializer.SerializeToElement(new { status = 200, headers = new { } }),
        });
    }
}
