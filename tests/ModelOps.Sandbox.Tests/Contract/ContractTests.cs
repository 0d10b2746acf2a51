namespace ModelOps.Sandbox.Tests.Contract;

public sealed class ContractTests
{
    public static TheoryData<string, string> Endpoints()
    {
        var data = new TheoryData<string, string>();
        foreach (var release in new[] { "2.22", "3.11" })
        {
            foreach (var endpoint in CapturedCase.Load(release).Select(one => one.Endpoint).Distinct().Order(StringComparer.Ordinal))
            {
                data.Add(release, endpoint);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task The_sandbox_answers_as_the_captured_server(string release, string endpoint)
    {
        var known = KnownDifferences.Of(release);
        var results = (await ContractRun.OfAsync(release)).Where(result => result.Case.Endpoint == endpoint).ToList();

        Assert.NotEmpty(results);
        var different = results
            .Where(result => result.Differences.Count > 0 && !known.ContainsKey(result.Case.Id))
            .Select(result => $"{result.Case.Name} ({result.Case.Sequence}): {string.Join("\n    ", result.Differences)}");
        var settled = results
            .Where(result => result.Differences.Count == 0 && known.ContainsKey(result.Case.Id))
            .Select(result => $"{result.Case.Id} is no difference any more");
        var problems = different.Concat(settled).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
