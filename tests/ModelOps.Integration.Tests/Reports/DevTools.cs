using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Integration.Tests.Reports;

/// <summary>A connection to a browser over the Chrome DevTools Protocol.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _calls = new();
    private readonly ConcurrentQueue<JsonNode> _events = new();
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    /// <summary>All events so far.</summary>
    public IEnumerable<JsonNode> Events => _events;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var tools = new DevTools();
        tools._socket.Options.Proxy = null;
        await tools._socket.ConnectAsync(address, cancellationToken);
        tools._reading = tools.ReadAsync();
        return tools;
    }

    public async Task<JsonNode> CallAsync(string method, JsonObject arguments, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastCall);
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = arguments };
        if (session is not null)
        {
            call["sessionId"] = session;
        }

        var answer = _calls.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        return await answer.Task.WaitAsync(cancellationToken);
    }

    public async Task WaitForAsync(string method, string session, CancellationToken cancellationToken)
    {
        while (!Events.Any(message => (string?)message["method"] == method && (string?)message["sessionId"] == session))
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                if ((int?)message["id"] is not { } id)
                {
                    _events.Enqueue(message);
                }
                else if (_calls.TryGetValue(id, out var call))
                {
                    _ = message["error"] is { } error ? call.TrySetException(new InvalidOperationException(error.ToJsonString())) : call.TrySetResult(message["result"]!);
                }
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser or the test has closed the connection.
        }

        foreach (var call in _calls.Values)
        {
            call.TrySetException(new InvalidOperationException("The browser has gone."));
        }
    }

    private async Task<JsonNode?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(message.ToArray());
    }
}
