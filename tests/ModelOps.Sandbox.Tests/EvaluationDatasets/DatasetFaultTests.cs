using System.Net;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.EvaluationDatasets;

public sealed class DatasetFaultTests
{
    [Fact]
    public async Task Faults_reach_the_calls_about_datasets_and_scorers()
    {
        await using var lab = await SandboxLab.StartAsync((options, directory) =>
        {
            File.WriteAllText(
                directory.File("faults.yml"),
                """
                rules:
                  - {path: '*/datasets/*/records', method: POST, times: 1, fault: status, status: 503, when: after}
                  - {path: '*/scorers/register', times: 1, fault: drop}
                """);
            options.FaultsFile = directory.File("faults.yml");
        });
        var dataset = await lab.CreateAsync(new { name = "d" });

        using var failed = await lab.TryPostAsync($"datasets/{dataset}/records", new { records = """[{"inputs": {"a": 1}}]""" });
        var again = await lab.UpsertAsync(dataset, """[{"inputs": {"a": 1}}]""");
        await Assert.ThrowsAsync<HttpRequestException>(
            () => lab.TryPostAsync("scorers/register", new { experiment_id = "0", name = "s", serialized_scorer = "{}" }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(1, again.GetProperty("updated_count").GetInt32());
        Assert.False((await lab.ReadAsync("scorers/list?experiment_id=0")).TryGetProperty("scorers", out _));
    }
}
