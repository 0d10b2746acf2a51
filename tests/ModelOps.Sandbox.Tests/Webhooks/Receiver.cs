using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ModelOps.Sandbox.Tests.Webhooks;

/// <summary>A server that webhooks are sent to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _application;
    private readonly Channel<Received> _deliveries = Channel.CreateUnbounded<Received>();

    private Receiver(WebApplication application) => _application = application;

    public string Uri => _application.Urls.Single();

    /// <summary>Starts a receiver.</summary>
    /// <param name="answer">Answers the delivery with a number, the first is 1.</param>
    public static async Task<Receiver> StartAsync(Func<int, HttpResponse, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel((KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var receiver = new Receiver(application);
        var count = 0;
        application.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            receiver._deliveries.Writer.TryWrite(new(http.Request.Path, headers, await reader.ReadToEndAsync()));
            await answer(Interlocked.Increment(ref count), http.Response);
        });
        await application.StartAsync();
        return receiver;
    }

    /// <summary>A receiver that takes everything.</summary>
    public static Task<Receiver> StartAsync() => StartAsync((_, response) => response.WriteAsync("""{"received":true}"""));

    public async Task<Received> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _deliveries.Reader.ReadAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>What came.</summary>
    internal sealed record Received(string Path, Dictionary<string, string> Headers, string Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }
}
