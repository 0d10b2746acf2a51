using ModelOps.Integration.Tests.Node;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>A package is registered through every front on a server of its own; the servers have seen the same, and the fronts say the same.</summary>
public sealed class SameVerbSameResultTests
{
    [NodeFact]
    public async Task Register_is_the_same_on_all_five_fronts()
    {
        using var lab = await FrontLab.CreateAsync();
        var (expectedRun, expectedRequests) = await RunAsync(lab.CommandAsync);
        Assert.True(expectedRun.ExitCode == 0, expectedRun.Log);
        Assert.Equal("models:/churn/1", expectedRun.Outputs["uri"]);
        Assert.Contains(expectedRequests, request => request.Contains("""{"key":"team","value":"a;b, c"}""", StringComparison.Ordinal));

        foreach (var front in (Func<string, Task<FrontRun>>[])[lab.MSBuildAsync, lab.CakeAsync, lab.GitHubAsync, lab.AzureAsync])
        {
            var (run, requests) = await RunAsync(front);
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(expectedRun.Outputs, run.Outputs);
            Assert.Equal(expectedRequests, requests);
        }
    }

    [NodeFact]
    public async Task A_refused_register_has_the_same_exit_code_on_all_five_fronts()
    {
        using var lab = await FrontLab.CreateAsync();
        foreach (var front in (Func<string, Task<FrontRun>>[])[lab.CommandAsync, lab.MSBuildAsync, lab.CakeAsync, lab.GitHubAsync, lab.AzureAsync])
        {
            var (run, _) = await RunAsync(front, new() { Authorization = "Bearer something-else" });
            Assert.True(run.ExitCode == 6, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            Assert.Empty(run.Outputs);
            Assert.Contains("MOP2004", run.Log, StringComparison.Ordinal);
        }
    }

    private static async Task<(FrontRun Run, IReadOnlyList<string> Requests)> RunAsync(Func<string, Task<FrontRun>> front, MlflowServerOptions? options = null)
    {
        await using var server = await MlflowServer.StartAsync(options);
        var run = await front(server.Url);
        Assert.Empty(server.Violations);
        return (run, RequestLog.Of(server));
    }
}
