using System.Net;
using System.Net.Sockets;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>Which addresses a webhook may be sent to: what its owner writes must not reach into the network that the server stands in.</summary>
/// <param name="allowsPrivate">Whether any address will do, without TLS too: for tests.</param>
internal sealed class WebhookTargets(bool allowsPrivate)
{
    private readonly string[] _schemes = allowsPrivate ? ["https", "http"] : ["https"];

    /// <summary>Checks a URL that is to be stored or called.</summary>
    /// <exception cref="MlflowFault">The URL is none, or leads to where it must not.</exception>
    public async Task<Uri> CheckAsync(string url, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw MlflowFault.Invalid($"Webhook URL cannot be empty or just whitespace: {PythonText.Quote(url)}");
        }

        var scheme = PythonUrl.Parse(url).Scheme;
        if (!_schemes.Contains(scheme))
        {
            throw MlflowFault.Invalid(
                $"Invalid webhook URL scheme: {PythonText.Quote(scheme)}. Allowed schemes are: {string.Join(", ", _schemes)}.");
        }

        // What is called is what this type makes of the text, so its host is the one to look at.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var target) || target.Scheme != scheme || target.IdnHost.Length == 0)
        {
            throw MlflowFault.Invalid($"Webhook URL must include a hostname: {PythonText.Quote(url)}");
        }

        await ResolveAsync(target.IdnHost, cancellationToken);
        return target;
    }

    /// <summary>The addresses of a host, all of them allowed.</summary>
    /// <exception cref="MlflowFault">The host has no address, or one that must not be called.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (Exception failure) when (failure is SocketException or ArgumentException)
        {
            throw MlflowFault.Invalid($"Cannot resolve webhook URL hostname {PythonText.Quote(host)}: [Errno -2] Name or service not known");
        }

        if (!allowsPrivate && Array.Find(addresses, address => !PublicAddress.Is(address)) is { } refused)
        {
            throw MlflowFault.Invalid(
                $"Webhook URL must not resolve to a non-public IP address. {PythonText.Quote(host)} resolves to {refused}.");
        }

        return addresses;
    }
}
