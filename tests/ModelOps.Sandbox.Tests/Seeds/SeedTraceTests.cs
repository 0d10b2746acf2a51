using System.Text.Json;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;

namespace ModelOps.Sandbox.Tests.Seeds;

public sealed class SeedTraceTests
{
    private const string Seed =
        """
        experiments:
          - name: features
            traces:
              - {name: ask, metadata: {k: v}, tags: {team: risk}}
              - {name: fail, status: ERROR}
              - {name: open, status: IN_PROGRESS}
        """;

    [Theory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task Traces_of_a_seed_are_made_once_however_often_it_is_given(string release)
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory.File("seed.yml"), Seed);
        var options = new SandboxOptions { StoreFile = directory.File("mlflow.db"), SeedFile = directory.File("seed.yml"), BehavesLike = release };
        await using (await SandboxServer.StartAsync(options, TimeProvider.System, CancellationToken.None))
        {
        }

        await using var server = await SandboxServer.StartAsync(options, TimeProvider.System, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new(server.Uri) };
        var page = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/2.0/mlflow/traces?experiment_ids=1&order_by=name", UriKind.Relative)));

        var traces = page.RootElement.GetProperty("traces").EnumerateArray().ToList();
        Assert.Equal(["OK", "ERROR", "IN_PROGRESS"], traces.Select(trace => trace.GetProperty("status").GetString()));
        Assert.Contains("risk", traces[0].GetRawText(), StringComparison.Ordinal);
    }
}
