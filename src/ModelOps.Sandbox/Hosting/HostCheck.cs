using System.IO.Enumeration;
using System.Net;
using System.Net.Sockets;

namespace ModelOps.Sandbox.Hosting;

/// <summary>
/// Which Host headers are served: a web site whose name was made to point at this machine must not reach the server through a browser.
/// </summary>
internal static class HostCheck
{
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("0.0.0.0/32"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"),
    ];

    /// <summary>Whether a host is this machine, has a private address, or is named among the allowed ones, where <c>*</c> stands for anything.</summary>
    public static bool IsAllowed(HostString host, IReadOnlyList<string> allowed)
    {
        if (!host.HasValue)
        {
            return false;
        }

        var name = host.Host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || IsPrivate(name)
            || allowed.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name) || FileSystemName.MatchesSimpleExpression(pattern, host.Value));
    }

    private static bool IsPrivate(string name)
    {
        if (!IPAddress.TryParse(name.Trim('[', ']'), out var address))
        {
            return false;
        }

        var plain = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return Private.Any(network => network.Contains(plain));
    }
}
