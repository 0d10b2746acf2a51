using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>A server that writes any bytes to whoever calls, one request a connection.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, Task> _answer;
    private readonly Task _accepting;

    public HostileServer(Func<string, Stream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>A server with the same JSON for every request.</summary>
    public HostileServer(Func<string, string> json)
        : this((request, stream) => WriteAsync(stream, "200 OK", Encoding.UTF8.GetBytes(json(request)), "Content-Type: application/json\r\n"))
    {
    }

    /// <summary>Whether the body of a request is read before it is answered, so that closing sends no reset.</summary>
    public bool ReadsBody { get; init; } = true;

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>First lines of the requests, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Writes a whole answer.</summary>
    public static async Task WriteAsync(Stream stream, string status, byte[] body, string headers = "")
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n"));
        await stream.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadRequestAsync(stream);
                Requests.Enqueue(request);
                await _answer(request, stream);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client has gone.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(letter, _stop.Token) > 0)
        {
            head.Append((char)letter[0]);
            if (head is { Length: 1 } && head[0] == 0x16)
            {
                return "TLS";
            }
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } found ? int.Parse(found[15..], System.Globalization.CultureInfo.InvariantCulture) : 0;
        await stream.ReadExactlyAsync(new byte[ReadsBody ? length : 0], _stop.Token);
        return lines[0];
    }
}
