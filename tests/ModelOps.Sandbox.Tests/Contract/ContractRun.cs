using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>One replay of all cases of a release, shared by the tests that look at it.</summary>
internal static class ContractRun
{
    private static readonly Dictionary<string, Lazy<Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>>>> Runs =
        new[] { "2.22", "3.11" }.ToDictionary(release => release, release => new Lazy<Task<IReadOnlyList<(CapturedCase, IReadOnlyList<string>)>>>(() => RunAsync(release)));

    public static Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> OfAsync(string release) => Runs[release].Value;

    /// <summary>Replays cases against a sandbox of a release.</summary>
    public static async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> AgainstSandboxAsync(
        string release, IReadOnlyList<CapturedCase> cases)
    {
        Replay? replay = null;
        var options = new SandboxOptions { BehavesLike = release };
        await using var server = await SandboxServer.StartAsync(options, new TickingTime(), () => replay!.RunId, CancellationToken.None);
        using var client = CreateClient(new(server.Uri));
        replay = new(client);
        return await replay.RunAsync(cases);
    }

    /// <summary>Replays cases against a sandbox of a release that keeps its store.</summary>
    /// <param name="release">The release.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="storeFile">The file.</param>
    public static async Task KeepAsync(string release, IReadOnlyList<CapturedCase> cases, string storeFile)
    {
        Replay? replay = null;
        var options = new SandboxOptions { BehavesLike = release, StoreFile = storeFile };
        await using var server = await SandboxServer.StartAsync(options, new TickingTime(), () => replay!.RunId, CancellationToken.None);
        using var client = CreateClient(new(server.Uri));
        replay = new(client);
        await replay.RunAsync(cases);
    }

    /// <summary>Replays all cases of a release against a server.</summary>
    public static async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> AgainstAsync(Uri server, string release)
    {
        using var client = CreateClient(server);
        return await new Replay(client).RunAsync(CapturedCase.LoadSequences(release)[0]);
    }

    private static HttpClient CreateClient(Uri server) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };

    private static async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> RunAsync(string release)
    {
        var results = new List<(CapturedCase, IReadOnlyList<string>)>();
        foreach (var sequence in CapturedCase.LoadSequences(release))
        {
            results.AddRange(await AgainstSandboxAsync(release, sequence));
        }

        return results;
    }
}
