using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>A server on this machine that hands out files, and does so badly where it is told to.</summary>
internal sealed class ArchiveServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = [];

    public ArchiveServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>What it answers: the bytes of a head and of a body.</summary>
    public (string Head, byte[] Body) Answer { get; set; } = ("404 Not Found", []);

    /// <summary>Length that it announces; null for that of the body.</summary>
    public int? Announced { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Paths that were asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }

            using (client)
            using (var reader = new StreamReader(client.GetStream(), Encoding.ASCII))
            {
                _requests.Enqueue((await reader.ReadLineAsync() ?? "").Split(' ') is [_, var path, ..] ? path : "");
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                var length = Announced ?? Answer.Body.Length;
                var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Answer.Head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
                await client.GetStream().WriteAsync(Answer.Body);
            }
        }
    }
}
