using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModelOps.Core.Tests.Verbs.Clean;

/// <summary>Stands before another server and, once it lies, answers every question about a model with one and the same model.</summary>
internal sealed class LyingServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentQueue<string> _deleted = new();
    private readonly string _target;
    private readonly string _model;

    private LyingServer(string target, string model)
    {
        (_target, _model) = (target, model);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.First();

    public bool IsLying { get; set; }

    public IReadOnlyCollection<string> Deleted => _deleted;

    public static async Task<LyingServer> StartAsync(string target, string model)
    {
        var server = new LyingServer(target, model);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.QueryString.Value ?? "";
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (IsLying && http.Request.Method == "DELETE")
        {
            _deleted.Enqueue(body);
        }

        if (IsLying && http.Request.Path.Value!.EndsWith("/registered-models/get", StringComparison.Ordinal))
        {
            query = $"?name={HttpUtility.UrlEncode(_model)}";
        }

        using var request = new HttpRequestMessage(new(http.Request.Method), _target + http.Request.Path.Value + query);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _client.SendAsync(request);
        http.Response.StatusCode = (int)response.StatusCode;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(await response.Content.ReadAsStringAsync());
    }
}
