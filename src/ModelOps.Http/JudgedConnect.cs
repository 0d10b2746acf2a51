using System.Net;
using System.Net.Sockets;

namespace ModelOps.Http;

/// <summary>
/// Makes connections to hosts that a server has named, and judges what the name resolves to in the moment of the connection: a name that was harmless when
/// it was looked at may lead elsewhere when it is called.
/// </summary>
/// <param name="isAllowed">Whether an address may be connected to.</param>
internal sealed class JudgedConnect(Func<IPAddress, bool> isAllowed)
{
    /// <summary>Connects. A proxy is the user's own choice and is not judged; it resolves names for itself.</summary>
    /// <exception cref="RefusedAddressException">The name leads to an address that is not allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var isTarget = string.Equals(end.Host, context.InitialRequestMessage.RequestUri?.IdnHost, StringComparison.OrdinalIgnoreCase);
        var addresses = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancellationToken);
        if (isTarget && Array.Find(addresses, address => !isAllowed(address)) is { } refused)
        {
            throw new RefusedAddressException(end.Host, refused);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
