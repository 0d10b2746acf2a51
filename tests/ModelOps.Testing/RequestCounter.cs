using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace ModelOps.Testing;

/// <summary>Hands requests on to a server, and keeps which they were.</summary>
public sealed class RequestCounter : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly WebApplication _app;
    private readonly string _server;

    private RequestCounter(string server)
    {
        _server = server;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandOnAsync);
    }

    /// <summary>Address to call in place of the server's.</summary>
    public string Url => _app.Urls.First();

    /// <summary>Starts.</summary>
    /// <param name="server">Address of the server.</param>
    public static async Task<RequestCounter> StartAsync(string server)
    {
        var counter = new RequestCounter(server);
        await counter._app.StartAsync();
        return counter;
    }

    /// <summary>The requests since the last call, each as method, path and query.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_requests.TryDequeue(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandOnAsync(HttpContext context)
    {
        var target = context.Request.GetEncodedPathAndQuery();
        _requests.Enqueue($"{context.Request.Method} {Uri.UnescapeDataString(target)}");
        using var request = new HttpRequestMessage(new(context.Request.Method), _server + target);
        if (context.Request.Headers.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", [.. context.Request.Headers.ContentType]);
            request.Content.Headers.ContentLength = context.Request.ContentLength;
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
