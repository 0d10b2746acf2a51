using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModelOps.Testing;

/// <summary>Refuses every request with a text: in MLflow's form of an error, and as a page.</summary>
public sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoServer(string text, bool isPage)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context =>
        {
            Headers.Enqueue(context.Request.Headers.Authorization.ToString());
            context.Response.StatusCode = 400;
            context.Response.ContentType = isPage ? "text/html" : "application/json";
            return context.Response.WriteAsync(
                isPage ? $"<p>Whoever calls with {text} is refused</p>" : JsonSerializer.Serialize(new { error_code = "INVALID_PARAMETER_VALUE", message = $"not {text} here" }));
        });
    }

    /// <summary>Its address.</summary>
    public string Url => _app.Urls.First();

    /// <summary>What callers called themselves.</summary>
    public ConcurrentQueue<string> Headers { get; } = new();

    /// <summary>Starts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPage">Whether it comes as a page.</param>
    public static async Task<EchoServer> StartAsync(string text, bool isPage)
    {
        var server = new EchoServer(text, isPage);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
