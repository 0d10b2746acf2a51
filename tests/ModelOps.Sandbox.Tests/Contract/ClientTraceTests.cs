namespace ModelOps.Sandbox.Tests.Contract;

public sealed class ClientTraceTests
{
    [Theory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task MLflows_own_client_gets_the_answers_that_a_real_server_gave_it(string release)
    {
        var results = await ContractRun.AgainstSandboxAsync(release, ClientTrace.Load(release));

        // The trace keeps JSON files as JSON, not byte by byte, so their sizes are not known.
        var different = results
            .Select(result => (result.Case, Differences: result.Differences.Where(difference => !difference.Contains("/file_size", StringComparison.Ordinal)).ToList()))
            .Where(result => result.Differences.Count > 0)
            .Select(result => $"{result.Case.Sequence} {result.Case.Name}: {string.Join("\n    ", result.Differences)}")
            .ToList();
        Assert.True(results.Count > 80);
        Assert.True(different.Count == 0, string.Join('\n', different));
    }
}
