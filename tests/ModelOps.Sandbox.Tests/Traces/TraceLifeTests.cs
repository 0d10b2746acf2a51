using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Traces;

public sealed class TraceLifeTests
{
    [Fact]
    public async Task Sixteen_writers_at_once_lose_no_span()
    {
        const int Writers = 16;
        const int Requests = 20;
        await using var lab = await TraceLab.StartAsync();

        // All write spans of one trace, and each a trace of its own with every request.
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var request = 0; request < Requests; request++)
            {
                var number = (writer * Requests) + request + 1;
                await lab.SendSpansAsync(OtlpRequest.Span(1_000_000, number, number == 1 ? 0 : 1), OtlpRequest.Span(number, 1));
            }
        }));

        Assert.Equal(Writers * Requests, Count(lab.Lab.StoreFile, "SELECT COUNT(*) FROM spans WHERE trace_id = '" + OtlpRequest.Id(1_000_000) + "'"));
        Assert.Equal((Writers * Requests) + 1, Count(lab.Lab.StoreFile, "SELECT COUNT(*) FROM trace_info"));
        Assert.Equal(2 * Writers * Requests, Count(lab.Lab.StoreFile, "SELECT COUNT(*) FROM spans"));
    }

    [Fact]
    public async Task Traces_outlive_their_server_in_a_store_that_the_user_names()
    {
        using var directory = new TempDirectory();
        var options = new SandboxOptions { StoreFile = directory.File("kept.db") };
        await using (var server = await ServedSandbox.StartAsync(options))
        {
            using var client = new HttpClient { BaseAddress = new(server.Uri) };
            using var content = new ByteArrayContent(OtlpRequest.Of(OtlpRequest.Span(1, 1)));
            content.Headers.ContentType = new("application/x-protobuf");
            content.Headers.Add("x-mlflow-experiment-id", "0");
            using var sent = await client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        }

        await using var again = await ServedSandbox.StartAsync(options);
        using var reader = new HttpClient { BaseAddress = new(again.Uri) };

        var trace = await reader.GetStringAsync(new Uri($"{TraceLab.Api}traces/get?trace_id={OtlpRequest.Id(1)}", UriKind.Relative));

        Assert.Contains("span 1", trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_takes_all_that_belongs_to_it_along_but_its_links()
    {
        await using var lab = await TraceLab.StartAsync();
        await lab.TraceAsync(1, new { a = "b" }, new Dictionary<string, string> { ["mlflow.trace.tokenUsage"] = """{"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}""" });
        await lab.SendSpansAsync(OtlpRequest.Span(1, 1, 0, ("mlflow.llm.cost", """{"input_cost": 0.5}""")));
        await lab.Lab.CallAsync("POST", $"{TraceLab.Api}traces/{OtlpRequest.Id(1)}/assessments", """{"assessment":{"assessment_name":"q","feedback":{"value":1}}}""");
        await lab.Lab.CallAsync("POST", "/api/2.0/mlflow/traces/link-to-run", $$"""{"trace_ids":["{{OtlpRequest.Id(1)}}"],"run_id":"r"}""");
        string[] tables = ["trace_info", "trace_tags", "trace_request_metadata", "trace_metrics", "spans", "span_metrics", "assessments"];
        Assert.All(tables, table => Assert.True(Count(lab.Lab.StoreFile, $"SELECT COUNT(*) FROM {table}") > 0, table));

        await lab.Lab.CallAsync("POST", TraceLab.Api + "traces/delete-traces", $$"""{"experiment_id":"0","request_ids":["{{OtlpRequest.Id(1)}}"]}""");

        Assert.All(tables, table => Assert.Equal(0, Count(lab.Lab.StoreFile, $"SELECT COUNT(*) FROM {table}")));
        Assert.Equal(1, Count(lab.Lab.StoreFile, "SELECT COUNT(*) FROM entity_associations"));
    }

    [Fact]
    public async Task A_trace_that_is_sent_again_has_its_assessments_once()
    {
        await using var lab = await TraceLab.StartAsync();
        const string Trace =
            """
            {"trace":{"trace_info":{"trace_id":"tr-1","trace_location":{"type":"MLFLOW_EXPERIMENT","mlflow_experiment":{"experiment_id":"0"}},
            "assessments":[{"assessment_id":"a-1","assessment_name":"q","feedback":{"value":VALUE}}]}}}
            """;
        await lab.Lab.CallAsync("POST", TraceLab.Api + "traces", Trace.Replace("VALUE", "1", StringComparison.Ordinal));

        await lab.Lab.CallAsync("POST", TraceLab.Api + "traces", Trace.Replace("VALUE", "2", StringComparison.Ordinal));

        var info = await lab.GetAsync(TraceLab.Api + "traces/tr-1");
        var assessment = Assert.Single(info.GetProperty("trace").GetProperty("trace_info").GetProperty("assessments").EnumerateArray());
        Assert.Equal(2, assessment.GetProperty("feedback").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task An_experiment_that_is_deleted_keeps_its_traces_and_takes_no_new_ones()
    {
        await using var lab = await TraceLab.StartAsync();
        var created = await lab.Lab.CallAsync("POST", "/api/2.0/mlflow/experiments/create", """{"name":"e"}""");
        var id = created.GetProperty("experiment_id").GetString()!;
        await lab.TraceAsync(1, experiment: id);
        await lab.Lab.CallAsync("POST", "/api/2.0/mlflow/experiments/delete", $$"""{"experiment_id":"{{id}}"}""");

        Assert.Single(await lab.FindAsync("", id));
        using var refused = await lab.Lab.SendAsync("POST", "/api/2.0/mlflow/traces", new StringContent($$"""{"experiment_id":"{{id}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        await lab.Lab.CallAsync("POST", "/api/2.0/mlflow/experiments/restore", $$"""{"experiment_id":"{{id}}"}""");
        await lab.TraceAsync(2, experiment: id);
        Assert.Equal(2, (await lab.FindAsync("", id)).Count);
    }

    [Fact]
    public async Task A_run_that_is_deleted_leaves_the_traces_that_it_made()
    {
        await using var lab = await TraceLab.StartAsync();
        var created = await lab.Lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", """{"experiment_id":"0"}""");
        var run = created.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString()!;
        await lab.TraceAsync(1, metadata: new Dictionary<string, string> { ["mlflow.sourceRun"] = run });

        await lab.Lab.CallAsync("POST", "/api/2.0/mlflow/runs/delete", JsonSerializer.Serialize(new { run_id = run }));

        Assert.Single(await lab.FindAsync($"run_id = '{run}'"));
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task A_fault_meets_spans_like_every_other_call(string when, int kept)
    {
        await using var lab = await TraceLab.StartAsync((options, directory) =>
        {
            options.FaultsFile = directory.File("faults.yml");
            File.WriteAllText(options.FaultsFile, $"rules:\n  - {{path: /v1/traces, times: 1, fault: status, status: 503, when: {when}}}\n");
        });

        using var failed = await lab.SendAsync(OtlpRequest.Of(OtlpRequest.Span(1, 1)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(kept, (await lab.FindAsync("")).Count);
        await lab.SendSpansAsync(OtlpRequest.Span(1, 1));
        Assert.Single(await lab.FindAsync(""));
    }

    private static long Count(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
