using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    private const string Create = "/api/2.0/mlflow/registered-models/create";
    private const string Get = "/api/2.0/mlflow/registered-models/get?name=m";

    [Fact]
    public async Task A_failure_before_the_call_changes_nothing_and_comes_as_often_as_the_rule_says()
    {
        await using var lab = await StartAsync("{path: '*/registered-models/create', method: POST, after: 1, times: 1, fault: status, status: 429, retry_after: 7}");

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(lab, "first")).StatusCode);
        using var failed = await PostAsync(lab, "m");
        Assert.Equal(HttpStatusCode.TooManyRequests, failed.StatusCode);
        Assert.Equal("7", failed.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await lab.SendAsync("GET", Get)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(lab, "m")).StatusCode);
    }

    [Theory]
    [InlineData("status, status: 503, when: after")]
    [InlineData("status, status: 500, when: after")]
    public async Task A_failure_after_the_call_has_changed_the_catalog(string fault)
    {
        await using var lab = await StartAsync($"{{path: '*/create', times: 1, fault: {fault}}}");

        using var failed = await PostAsync(lab, "m");

        Assert.True((int)failed.StatusCode >= 500);
        Assert.Equal(HttpStatusCode.OK, (await lab.SendAsync("GET", Get)).StatusCode);
    }

    [Theory]
    [InlineData("before", HttpStatusCode.NotFound)]
    [InlineData("after", HttpStatusCode.OK)]
    public async Task A_dropped_connection_leaves_the_call_undone_or_done(string when, HttpStatusCode afterwards)
    {
        await using var lab = await StartAsync($"{{path: '*/create', fault: drop, when: {when}}}");

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(lab, "m"));

        Assert.Equal(afterwards, (await lab.SendAsync("GET", Get)).StatusCode);
    }

    [Theory]
    [InlineData("{path: /health, fault: latency, milliseconds: 300}")]
    [InlineData("{path: /health, fault: slow_answer, bytes_per_second: 5}")]
    public async Task A_slow_answer_is_complete_in_the_end(string rule)
    {
        await using var lab = await StartAsync(rule);
        var watch = Stopwatch.StartNew();

        Assert.Equal("OK", await (await lab.SendAsync("GET", "/health")).Content.ReadAsStringAsync());

        Assert.True(watch.ElapsedMilliseconds >= 290, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_new_version_is_pending_for_a_while()
    {
        await using var lab = await StartAsync("{path: '*/model-versions/create', fault: slow_ready, seconds: 5}");
        (await PostAsync(lab, "m")).Dispose();
        var created = await lab.CallAsync("POST", "/api/2.0/mlflow/model-versions/create", """{"name": "m", "source": "s3://b/m"}""");
        Assert.Equal("PENDING_REGISTRATION", created.GetProperty("model_version").GetProperty("status").GetString());

        Assert.Equal("PENDING_REGISTRATION", await StatusAsync(lab));
        while (await StatusAsync(lab) != "READY")
        {
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        var rounds = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var lab = await StartAsync("{path: /health, probability: 0.5, fault: status}");
            var statuses = new StringBuilder();
            for (var call = 0; call < 20; call++)
            {
                statuses.Append((int)(await lab.SendAsync("GET", "/health")).StatusCode).Append(' ');
            }

            rounds.Add(statuses.ToString());
        }

        Assert.Equal(rounds[0], rounds[1]);
        Assert.Contains("200", rounds[0], StringComparison.Ordinal);
        Assert.Contains("503", rounds[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_of_a_file_of_faults_are_told()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => StartAsync(
            "{fault: slow_redy}", "{path: /x, fault: drop, status: 500, wen: after}", "{path: /x, fault: latency, probability: 2}"));

        Assert.Equal([2, 2, 3, 3, 4, 4], failure.Diagnostics.Select(problem => problem.Span!.Line).Order());
        Assert.Contains("Did you mean 'when'?", failure.Message, StringComparison.Ordinal);
    }

    private static Task<SandboxLab> StartAsync(params string[] rules) => SandboxLab.StartAsync((options, directory) =>
    {
        options.FaultsFile = directory.File("faults.yml");
        File.WriteAllText(options.FaultsFile, "rules:\n" + string.Concat(rules.Select(rule => $"  - {rule}\n")));
    });

    private static Task<HttpResponseMessage> PostAsync(SandboxLab lab, string name) =>
        lab.SendAsync("POST", Create, new StringContent(JsonSerializer.Serialize(new { name }), Encoding.UTF8, "application/json"));

    private static async Task<string?> StatusAsync(SandboxLab lab)
    {
        using var response = await lab.SendAsync("GET", "/api/2.0/mlflow/model-versions/get?name=m&version=1");
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("model_version").GetProperty("status").GetString();
    }
}
