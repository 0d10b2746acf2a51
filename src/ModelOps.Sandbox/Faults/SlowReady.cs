using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Faults;

/// <summary>
/// Keeps new model versions in PENDING_REGISTRATION for a while, as catalogs do that copy the files on registration. What is pending when the server
/// ends becomes READY.
/// </summary>
/// <param name="server">The server.</param>
internal sealed class SlowReady(ServerContext server) : IAsyncDisposable
{
    private const string Pending = "PENDING_REGISTRATION";

    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<(string Name, string Version), Task> _waiting = new();

    /// <summary>Creates a version that waits.</summary>
    public async Task RunAsync(HttpContext http, TimeSpan delay, RequestDelegate next)
    {
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var answer = new MemoryStream();
        var kept = new StreamResponseBodyFeature(answer);
        http.Features.Set<IHttpResponseBodyFeature>(kept);
        try
        {
            await next(http);
            await kept.Writer.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(body);
        }

        var text = Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);
        var isCreated = http.Response.StatusCode == StatusCodes.Status200OK;
        await http.Response.WriteAsync(isCreated ? await HoldAsync(text, delay) : text, http.RequestAborted);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await Task.WhenAll(_waiting.Values);
        _ended.Dispose();
    }

    private async Task<string> HoldAsync(string text, TimeSpan delay)
    {
        var answer = JsonNode.Parse(text)!;
        if (answer["model_version"] is not { } created)
        {
            return text;
        }

        var key = ((string)created["name"]!, (string)created["version"]!);
        await SetStatusAsync(key, Pending);
        created["status"] = Pending;
        _waiting[key] = ReleaseAsync(key, delay);
        return answer.ToJsonString();
    }

    private async Task ReleaseAsync((string Name, string Version) key, TimeSpan delay)
    {
        await Task.Delay(delay, server.Time, _ended.Token).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await SetStatusAsync(key, "READY");
        _waiting.TryRemove(key, out _);
    }

    private Task SetStatusAsync((string Name, string Version) key, string status) => server.Store.WriteAsync(
        connection => VersionWrites.SetStatus(connection, key.Name, long.Parse(key.Version, CultureInfo.InvariantCulture), status),
        CancellationToken.None);
}
