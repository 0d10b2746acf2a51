using ModelOps.Core.Sandbox;
using ModelOps.Sandbox.Hosting;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>One replay of all cases of a release, shared by the tests that look at it.</summary>
internal static class ContractRun
{
    private static readonly Dictionary<string, Lazy<Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>>>> Runs =
        new[] { "2.22", "3.11" }.ToDictionary(release => release, release => new Lazy<Task<IReadOnlyList<(CapturedCase, IReadOnlyList<string>)>>>(() => RunAsync(release)));

    public static Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> OfAsync(string release) => Runs[release].Value;

    public static async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> AgainstAsync(Uri server, string release) =>
        await AgainstAsync(server, CapturedCase.Load(release));

    public static async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> AgainstAsync(Uri server, IReadOnlyList<CapturedCase> cases)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
        return await new Replay(client).RunAsync(cases);
    }

    private static async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> RunAsync(string release)
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { BehavesLike = release }, TimeProvider.System, CancellationToken.None);
        return await AgainstAsync(new(server.Uri), release);
    }
}
