using System.Text;
using System.Text.Json;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Registry;

/// <summary>A server of its own with short forms for the registry's calls.</summary>
internal sealed class RegistryLab : IAsyncDisposable
{
    private readonly ServedSandbox _server;
    private readonly HttpClient _client;

    private RegistryLab(ServedSandbox server)
    {
        _server = server;
        _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = new(server.Uri) };
    }

    public string StoreFile => _server.StoreFile;

    public static async Task<RegistryLab> StartAsync(SandboxOptions? options = null, TimeProvider? time = null) =>
        new(await ServedSandbox.StartAsync(options ?? new(), time));

    public Task<(int Status, JsonElement Body)> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<(int Status, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/2.0/mlflow/{path}");
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<JsonElement> CreateModelAsync(string name, params (string Key, string Value)[] tags) =>
        await OkAsync(PostAsync("registered-models/create", new { name, tags = tags.Select(tag => new { key = tag.Key, value = tag.Value }) }));

    /// <summary>Adds a version.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> CreateVersionAsync(string name, string source = "s3://bucket/model")
    {
        var answer = await OkAsync(PostAsync("model-versions/create", new { name, source }));
        return answer.GetProperty("model_version").GetProperty("version").GetString()!;
    }

    public Task<JsonElement> SetAliasAsync(string name, string alias, string version) =>
        OkAsync(PostAsync("registered-models/alias", new { name, alias, version }));

    public static async Task<JsonElement> OkAsync(Task<(int Status, JsonElement Body)> call)
    {
        var (status, body) = await call;
        Assert.True(status == 200, $"{status} {body}");
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
