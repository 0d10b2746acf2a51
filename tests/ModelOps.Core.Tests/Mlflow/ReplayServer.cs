using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelOps.Abstractions.Catalogs;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Answers whatever it is asked with one captured answer, a search with that page only, or by a script; and a catalog that asks it.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    public static readonly Capture Nothing = new("", "", "", 404, "application/json", """{"error_code": "RESOURCE_DOES_NOT_EXIST"}""");

    private static readonly Capture LastPage = new("", "", "", 200, "application/json", "{}");

    private readonly WebApplication _app;

    private ReplayServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Capture Answer { get; set; } = Nothing;

    /// <summary>Answers to the calls named here, as "GET mlflow/runs/get", one after another; the last one stays.</summary>
    public Dictionary<string, IReadOnlyList<Capture>> Script { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls as in the script, with their query.</summary>
    public List<string> Calls { get; } = [];

    public ICatalog Catalog { get; private set; } = null!;

    public static async Task<ReplayServer> StartAsync()
    {
        var server = new ReplayServer();
        await server._app.StartAsync();
        server.Catalog = await MlflowFixture.OpenAsync(
            server._app.Urls.First(), new() { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0", ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "1" });
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Catalog.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var call = $"{context.Request.Method} {context.Request.Path.Value!.Replace("/api/2.0/", "", StringComparison.Ordinal)}";
        Calls.Add(call + context.Request.QueryString);
        var answer = Answer;
        if (Script.TryGetValue(call, out var answers))
        {
            answer = answers[0];
            Script[call] = answers.Count > 1 ? [.. answers.Skip(1)] : answers;
        }
        else if (context.Request.Path.Value!.EndsWith("/search", StringComparison.Ordinal) && answer.Status == 200)
        {
            Answer = LastPage;
        }
        else if (ReferenceEquals(answer, LastPage))
        {
            answer = Nothing;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Text);
    }
}
