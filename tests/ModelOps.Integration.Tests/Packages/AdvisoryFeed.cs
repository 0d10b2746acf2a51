using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>A NuGet source that has no packages, only the advisories of build/advisories.json.</summary>
internal sealed class AdvisoryFeed : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AdvisoryFeed(WebApplication app) => _app = app;

    /// <summary>Where NuGet finds the source.</summary>
    public string Index => $"{_app.Urls.Single()}/v3/index.json";

    public static async Task<AdvisoryFeed> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var root = $"http://{context.Request.Host}";
        object? answer = context.Request.Path.Value switch
        {
            "/v3/index.json" => new Dictionary<string, object>
            {
                ["version"] = "3.0.0",
                ["resources"] = new[] { new Dictionary<string, string> { ["@id"] = $"{root}/advisories/index.json", ["@type"] = "VulnerabilityInfo/6.7.0" } },
            },
            "/advisories/index.json" => new[]
            {
                new Dictionary<string, string> { ["@name"] = "base", ["@id"] = $"{root}/advisories/base.json", ["@updated"] = "2026-11-30T00:00:00Z" },
            },
            _ => null,
        };
        if (answer is not null)
        {
            await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
        }
        else if (context.Request.Path == "/advisories/base.json")
        {
            context.Response.ContentType = "application/json";
            await context.Response.SendFileAsync(Path.Combine(TestFiles.Root, "build", "advisories.json"), context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
