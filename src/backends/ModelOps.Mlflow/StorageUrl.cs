using System.Net;
using System.Net.Sockets;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>
/// Checks URLs that a server hands out for its storage, so that it cannot point the client at what only the client can reach.
/// </summary>
internal static class StorageUrl
{
    /// <summary>A URL that may be called.</summary>
    /// <param name="text">The URL as the server gave it.</param>
    /// <param name="server">The server.</param>
    /// <exception cref="ModelOpsException">It may not (MOP2009).</exception>
    public static Uri Check(string? text, ServerUri server)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw Refuse("is no http or https URL");
        }

        if (url.Scheme == Uri.UriSchemeHttp && server.Uri.Scheme != Uri.UriSchemeHttp)
        {
            throw Refuse($"is plain http on {url.Host}, and the server itself is https");
        }

        if (url.UserInfo.Length > 0)
        {
            throw Refuse($"on {url.Host} carries a user name");
        }

        if (IsNearby(url) && !server.Uri.IsLoopback)
        {
            throw Refuse($"is on {url.Host}, an address of this machine or its link");
        }

        return url;
    }

    private static bool IsNearby(Uri url)
    {
        if (url.IsLoopback)
        {
            return true;
        }

        if (!IPAddress.TryParse(url.DnsSafeHost, out var address))
        {
            return false;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        return IPAddress.IsLoopback(address)
            || address.IsIPv6LinkLocal
            || (address.AddressFamily == AddressFamily.InterNetwork && (bytes[0] == 0 || (bytes[0] == 169 && bytes[1] == 254)))
            || address.Equals(IPAddress.IPv6Any);
    }

    private static ModelOpsException Refuse(string problem) => new(
        ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At($"The server hands out an upload URL that {problem}."));
}
