using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModelOps.Core.Tests.Http;

/// <summary>A server that records who calls and answers as a test says.</summary>
internal sealed class SignInServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string? Header, string Body)> _requests = new();
    private readonly WebApplication _app;
    private readonly Func<HttpContext, string?, Task> _answer;

    private SignInServer(Func<HttpContext, string?, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _answer = answer;
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Uri => new(_app.Urls.First());

    /// <summary>What stood in the header of every request; null for none.</summary>
    public IReadOnlyList<string?> Headers => [.. _requests.Select(request => request.Header)];

    public IReadOnlyList<string> Bodies => [.. _requests.Select(request => request.Body)];

    /// <summary>Starts a server that answers by a function of the header.</summary>
    public static async Task<SignInServer> StartAsync(Func<HttpContext, string?, Task> answer)
    {
        var server = new SignInServer(answer);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Starts a server that lets in who sends one of the headers.</summary>
    public static Task<SignInServer> StartAsync(Func<string?, bool> accepts) => StartAsync((context, header) =>
    {
        context.Response.StatusCode = accepts(header) ? 200 : 401;
        return context.Response.WriteAsync(accepts(header) ? "welcome" : $"not you: {header}");
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var header = context.Request.Headers.Authorization is { Count: > 0 } found ? found.ToString() : null;
        _requests.Enqueue((header, await reader.ReadToEndAsync()));
        await _answer(context, header);
    }
}
