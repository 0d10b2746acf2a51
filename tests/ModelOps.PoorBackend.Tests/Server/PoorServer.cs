using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>
/// A registry that has as little as a registry can have, on a free port of this machine. It looks at every field of every request; one that no client
/// that keeps to the API would send is refused and kept for the test to fail on.
/// </summary>
internal sealed class PoorServer : IAsyncDisposable
{
    private readonly List<PoorModel> _models = [];
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly WebApplication _app;
    private readonly PoorApi _api;
    private readonly PoorStorage _storage;

    private PoorServer()
    {
        Tokens = new(Time);
        _api = new(_models, Time);
        _storage = new(_models);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public string Url => _app.Urls.First();

    public RequestClock Time { get; } = new();

    public PoorTokens Tokens { get; }

    /// <summary>Whether every call ends in an error that repeats who called.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Requests that no right client sends; must be empty.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Method and path of all requests so far.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task<PoorServer> StartAsync()
    {
        var server = new PoorServer();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Time.Tick();
        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            await AnswerAsync(context, PoorCall.Read(context), body.ToArray());
        }
        catch (PoorFault fault)
        {
            if (fault.IsViolation)
            {
                _violations.Enqueue($"{context.Request.Method} {context.Request.Path}: {fault.Message}");
            }

            context.Response.StatusCode = fault.Status;
            await context.Response.WriteAsJsonAsync(new { error = fault.Code, message = fault.Message }, context.RequestAborted);
        }
    }

    private async Task AnswerAsync(HttpContext context, PoorCall call, byte[] body)
    {
        var isStorage = call.Segments[0] == "storage";
        if (!Tokens.LetIn(context.Request.Headers.Authorization.ToString(), isStorage ? PoorTokens.Storage : PoorTokens.Api))
        {
            throw new PoorFault(401, "EXPIRED", "The token has expired.", isViolation: false);
        }

        if (IsBroken)
        {
            throw new PoorFault(500, "BROKEN", $"Nothing works for {context.Request.Headers.Authorization}.", isViolation: false);
        }

        object answer;
        lock (_models)
        {
            // What is shown is made here: another request may change it a moment later.
            answer = isStorage ? _storage.Answer(call, body) : _api.Answer(call, body);
            answer = answer is byte[] ? answer : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer);
        }

        await context.Response.Body.WriteAsync((byte[])answer, context.RequestAborted);
    }
}
