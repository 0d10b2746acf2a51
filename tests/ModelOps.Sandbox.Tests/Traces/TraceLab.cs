using System.Net;
using System.Text;
using System.Text.Json;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Traces;

/// <summary>A sandbox with the calls of traces.</summary>
internal sealed class TraceLab(SandboxLab lab) : IAsyncDisposable
{
    public const string Api = "/api/3.0/mlflow/";

    public SandboxLab Lab => lab;

    public static async Task<TraceLab> StartAsync(Action<SandboxOptions, TempDirectory>? configure = null) => new(await SandboxLab.StartAsync(configure));

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    /// <summary>Sends spans.</summary>
    public async Task<HttpResponseMessage> SendAsync(byte[] body, string type = "application/x-protobuf", string? encoding = null, string experiment = "0")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        using var request = lab.Request("POST", "/v1/traces", content);
        request.Headers.Add("x-mlflow-experiment-id", experiment);
        return await lab.Client.SendAsync(request);
    }

    /// <summary>Sends spans that the server has to take.</summary>
    public async Task SendSpansAsync(params IEnumerable<ProtoWriter> spans)
    {
        using var response = await SendAsync(OtlpRequest.Of(spans));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Starts a trace.</summary>
    public Task<JsonElement> TraceAsync(int number, object? tags = null, object? metadata = null, string experiment = "0") => lab.CallAsync(
        "POST",
        Api + "traces",
        JsonSerializer.Serialize(new
        {
            trace = new
            {
                trace_info = new
                {
                    trace_id = OtlpRequest.Id(number),
                    trace_location = new { type = "MLFLOW_EXPERIMENT", mlflow_experiment = new { experiment_id = experiment } },
                    request_time = "2025-01-01T00:00:00Z",
                    execution_duration = "1s",
                    state = "OK",
                    tags = tags ?? new { },
                    trace_metadata = metadata ?? new { },
                },
            },
        }));

    /// <summary>Identities of the traces that a filter finds.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string filter, string experiment = "0")
    {
        var page = await SearchAsync(filter, experiment);
        return page.TryGetProperty("traces", out var traces) ? [.. traces.EnumerateArray().Select(trace => trace.GetProperty("trace_id").GetString()!)] : [];
    }

    public Task<JsonElement> SearchAsync(string filter, string experiment = "0") => lab.CallAsync("POST", Api + "traces/search", Search(filter, experiment));

    /// <summary>Searches with a filter that may be refused.</summary>
    public async Task<(HttpStatusCode Status, string Text)> TrySearchAsync(string filter)
    {
        using var response = await lab.SendAsync("POST", Api + "traces/search", new StringContent(Search(filter, "0"), Encoding.UTF8, "application/json"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<JsonElement> GetAsync(string path) => lab.CallAsync("GET", path, "");

    private static string Search(string filter, string experiment) => JsonSerializer.Serialize(new
    {
        locations = new[] { new { type = "MLFLOW_EXPERIMENT", mlflow_experiment = new { experiment_id = experiment } } },
        filter,
        max_results = 500,
    });
}
