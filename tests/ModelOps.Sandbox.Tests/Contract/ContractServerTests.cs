namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>The same replay against any server: <c>MODELOPS_CONTRACT_URI=http://… ./build.sh --target Contract</c>. The server has to be fresh.</summary>
public sealed class ContractServerTests
{
    // Two captured runs began at the same time; which comes first hangs on identities that a server draws at random.
    private static readonly string[] ByChance = ["runs-search: ok", "runs-search: page 1", "runs-search: page 2", "runs-search: order by metric"];

    [ContractServerFact]
    public async Task The_named_server_answers_as_the_captured_one_of_its_release()
    {
        using var client = new HttpClient { BaseAddress = ContractServerFactAttribute.Uri };
        var release = (await client.GetStringAsync("/version")).StartsWith('2') ? "2.22" : "3.11";

        var results = await ContractRun.AgainstAsync(ContractServerFactAttribute.Uri!, release);

        // How a server names itself is its own affair, and the sandbox may be asked this way too.
        var known = KnownDifferences.Of(release);
        var different = results
            .Where(result => result.Differences.Count > 0 && result.Case.Endpoint != "version")
            .Where(result => !known.ContainsKey(result.Case.Id) && !ByChance.Contains(result.Case.Id))
            .ToList();
        Assert.True(
            different.Count == 0,
            $"{results.Count - different.Count} of {results.Count} cases of {release} are the same.\n"
            + string.Join('\n', different.Select(result => $"{result.Case.Id}: {string.Join("\n    ", result.Differences)}")));
    }
}
