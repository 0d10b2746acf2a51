namespace ModelOps.Sandbox.Tests.Contract;

public sealed class TraceClientTests
{
    // What the client does besides: each has captures of its own.
    private static readonly string[] OfOthers = ["/datasets", "/scorers"];

    [Theory]
    [InlineData("3.11", "traces-client-trace", 150)]
    [InlineData("3.11", "traces-client-2.22-trace", 50)]
    [InlineData("2.22", "traces-client-trace", 50)]
    [InlineData("2.22", "traces-client-3.11-trace", 25)]
    public async Task A_client_that_traces_gets_the_answers_that_a_real_server_gave_it(string release, string file, int least)
    {
        var calls = ClientTrace.Load(release, file).Where(call => !OfOthers.Any(part => call.Path.Contains(part, StringComparison.Ordinal))).ToList();

        var results = await ContractRun.AgainstSandboxAsync(release, calls);

        var different = results
            .Where(result => result.Differences.Count > 0)
            .Select(result => $"{result.Case.Sequence} {result.Case.Name}: {string.Join("\n    ", result.Differences)}")
            .ToList();
        Assert.True(results.Count >= least);
        Assert.True(different.Count == 0, string.Join('\n', different));
    }
}
