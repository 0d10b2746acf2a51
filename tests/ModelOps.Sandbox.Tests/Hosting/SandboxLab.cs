using System.Net;
using System.Text;
using System.Text.Json;
using ModelOps.Core.Launching;

namespace ModelOps.Sandbox.Tests.Hosting;

/// <summary>A sandbox on a file of its own, with a client that sends paths as they are written.</summary>
internal sealed class SandboxLab : IAsyncDisposable
{
    private readonly TempDirectory _directory;
    private readonly ServedSandbox _server;

    private SandboxLab(TempDirectory directory, ServedSandbox server)
    {
        _directory = directory;
        _server = server;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(server.Uri) };
    }

    public HttpClient Client { get; }

    public string Uri => _server.Uri;

    public string StoreFile => _server.StoreFile;

    public string Artifacts => _server.StoreFile + ".artifacts";

    public string Partials => Path.Combine(Artifacts, ".partial");

    /// <summary>Directory of the lab; the store is in it.</summary>
    public string Root => _directory.Path;

    public static async Task<SandboxLab> StartAsync(Action<SandboxOptions, TempDirectory>? configure = null)
    {
        var directory = new TempDirectory();
        var options = new SandboxOptions { StoreFile = directory.File("mlflow.db") };
        configure?.Invoke(options, directory);
        try
        {
            return new(directory, await ServedSandbox.StartAsync(options));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    public HttpRequestMessage Request(string method, string path, HttpContent? content = null)
    {
        var uri = new Uri(Uri + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        return new(new(method), uri) { Content = content };
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null) =>
        Client.SendAsync(Request(method, path, content));

    public Task<HttpResponseMessage> PutAsync(string path, string text) =>
        SendAsync("PUT", "/api/2.0/mlflow-artifacts/artifacts/" + path, new ByteArrayContent(Encoding.UTF8.GetBytes(text)));

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync("GET", "/api/2.0/mlflow-artifacts/artifacts/" + path);

    public async Task<JsonElement> CallAsync(string method, string path, string json)
    {
        using var response = await SendAsync(method, path, new StringContent(json, Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        _directory.Dispose();
    }
}
