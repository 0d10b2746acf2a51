using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Runs;

/// <summary>A sandbox of its own, with a client for the tracking calls.</summary>
internal sealed class TrackingServer : IAsyncDisposable
{
    private readonly ServedSandbox _server;
    private readonly HttpClient _client;

    private TrackingServer(ServedSandbox server)
    {
        _server = server;
        _client = new() { BaseAddress = new(server.Uri) };
    }

    public string StoreFile => _server.StoreFile;

    public static async Task<TrackingServer> StartAsync(string release = "3.11") =>
        new(await ServedSandbox.StartAsync(new SandboxOptions { BehavesLike = release }));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>Posts a body; an answer other than 200 fails the test.</summary>
    public async Task<JsonElement> PostAsync(string path, JsonObject body)
    {
        var (status, answer) = await TryPostAsync(path, body);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {answer}");
        return answer;
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> TryPostAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri($"/api/2.0/mlflow/{path}", UriKind.Relative), content);
        return (response.StatusCode, await ReadAsync(response));
    }

    public async Task<string> RefuseAsync(string path, JsonObject body)
    {
        var (status, answer) = await TryPostAsync(path, body);
        Assert.NotEqual(HttpStatusCode.OK, status);
        return $"{answer.GetProperty("error_code").GetString()}: {answer.GetProperty("message").GetString()}";
    }

    /// <summary>Gets a path below <c>/api/2.0/mlflow</c>, or an absolute one; an answer other than 200 fails the test.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path.StartsWith('/') ? path : $"/api/2.0/mlflow/{path}", UriKind.Relative));
        var answer = await ReadAsync(response);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {answer}");
        return answer;
    }

    public async Task<string> RefuseGetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path.StartsWith('/') ? path : $"/api/2.0/mlflow/{path}", UriKind.Relative));
        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        return (await ReadAsync(response)).GetProperty("message").GetString()!;
    }

    /// <summary>Makes a run in the default experiment.</summary>
    public async Task<string> CreateRunAsync(string? name = null)
    {
        var answer = await PostAsync("runs/create", new() { ["experiment_id"] = "0", ["run_name"] = name ?? "a-run" });
        return answer.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString()!;
    }

    public Task<JsonElement> LogAsync(string runId, string key, JsonNode value, long timestamp = 1, long step = 0) => PostAsync(
        "runs/log-metric", new() { ["run_id"] = runId, ["key"] = key, ["value"] = value, ["timestamp"] = timestamp, ["step"] = step });

    public async Task<JsonElement> GetRunAsync(string runId) => (await GetAsync($"runs/get?run_id={runId}")).GetProperty("run");

    /// <summary>The latest value of every metric of a run, as JSON text.</summary>
    public async Task<Dictionary<string, string>> GetLatestAsync(string runId) =>
        (await GetRunAsync(runId)).GetProperty("data").GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("key").GetString()!, metric => Plain(metric.GetProperty("value")));

    /// <summary>Tags, or parameters, of a run.</summary>
    public async Task<Dictionary<string, string>> GetPairsAsync(string runId, string list) =>
        (await GetRunAsync(runId)).GetProperty("data").GetProperty(list).EnumerateArray()
            .ToDictionary(pair => pair.GetProperty("key").GetString()!, pair => pair.GetProperty("value").GetString()!);

    private static string Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString(CultureInfo.InvariantCulture) : value.ToString();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(text);
    }
}
