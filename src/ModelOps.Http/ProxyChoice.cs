using System.Net;

namespace ModelOps.Http;

/// <summary>
/// The system's proxy, but for addresses in the ranges of no_proxy: Python's client reads <c>10.0.0.0/8</c> there, and what is set for it is set for both.
/// </summary>
/// <param name="system">What the system or the variables say.</param>
/// <param name="noProxy">The variable; null when it is not set.</param>
internal sealed class ProxyChoice(IWebProxy system, string? noProxy) : IWebProxy
{
    private readonly IPNetwork[] _ranges =
    [
        .. (noProxy ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(entry => entry.Contains('/', StringComparison.Ordinal) && TryParse(entry, out var range) ? range : (IPNetwork?)null)
            .OfType<IPNetwork>(),
    ];

    /// <inheritdoc />
    public ICredentials? Credentials
    {
        get => system.Credentials;
        set => system.Credentials = value;
    }

    /// <summary>Proxy that a call goes through, as a message may show it; null for none.</summary>
    public string? Describe(Uri destination) =>
        GetProxy(destination) is { } proxy && proxy != destination ? proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null;

    /// <inheritdoc />
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : system.GetProxy(destination);

    /// <inheritdoc />
    public bool IsBypassed(Uri host) =>
        (IPAddress.TryParse(host.DnsSafeHost, out var address) && Array.Exists(_ranges, range => range.Contains(address))) || system.IsBypassed(host);

    // As Python has it, bits beyond the prefix may be set: 10.1.2.3/8.
    private static bool TryParse(string entry, out IPNetwork range)
    {
        range = default;
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(entry.AsSpan(0, slash), out var address) || !int.TryParse(entry.AsSpan(slash + 1), out var length))
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        if (length < 0 || length > bytes.Length * 8)
        {
            return false;
        }

        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        range = new(new IPAddress(bytes), length);
        return true;
    }
}
