using System.Net;
using System.Net.Sockets;

namespace ModelOps.Http;

/// <summary>The one list of addresses that a server must not send its callers to.</summary>
internal static class NetworkAddress
{
    // What gives out a cloud's credentials to whoever asks from inside: AWS, Azure and Google (link-local, too), Azure's wire server, Alibaba, Oracle.
    private static readonly IPNetwork[] Metadata =
    [
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("100.100.100.200/32"),
        IPNetwork.Parse("192.0.0.192/32"),
        IPNetwork.Parse("fd00:ec2::/32"),
        IPNetwork.Parse("fd20:ce::254/128"),
        IPNetwork.Parse("fe80::/10"),
    ];

    private static readonly IPNetwork[] Nearby =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/128"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("ff00::/8"),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>Whether it is one of this machine's link, of a cloud's metadata or of its wire server: no storage is there.</summary>
    public static bool IsMetadata(IPAddress address) => Array.Exists(Metadata, range => range.Contains(Plain(address)));

    /// <summary>Whether it is this machine itself, or nobody's.</summary>
    public static bool IsThisMachine(IPAddress address) =>
        Array.Exists(Nearby, range => range.Contains(Plain(address)) || range.Contains(address)) || IPAddress.IsLoopback(address);

    // An address of version 4 may come as one of version 6, in four ways.
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : Translated.Contains(address) || (Compatible.Contains(address) && !Array.Exists(Nearby, range => range.Contains(address))) ? new(bytes.AsSpan(12))
            : SixToFour.Contains(address) ? new(bytes.AsSpan(2, 4))
            : new(bytes);
    }
}
