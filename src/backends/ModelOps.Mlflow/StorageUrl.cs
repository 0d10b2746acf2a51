using System.Net;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;

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

        // What a name resolves to is judged when the connection is made.
        if (url.IsLoopback ? !server.Uri.IsLoopback : IPAddress.TryParse(url.DnsSafeHost, out var address) && !IsAllowed(address, server))
        {
            throw Refuse($"is on {url.Host}, an address of this machine, its link or its cloud's own services");
        }

        return url;
    }

    /// <summary>Whether a storage of a server may have an address: one of this machine only where the server is there, too; one of a cloud's metadata never.</summary>
    public static bool IsAllowed(IPAddress address, ServerUri server) =>
        !NetworkAddress.IsMetadata(address) && (server.Uri.IsLoopback || !NetworkAddress.IsThisMachine(address));

    private static ModelOpsException Refuse(string problem) => new(
        ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At($"The server hands out an upload URL that {problem}."));
}
