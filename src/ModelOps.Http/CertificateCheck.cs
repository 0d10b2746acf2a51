using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ModelOps.Http;

/// <summary>Takes certificates as the system does, and keeps why one was not taken: the failure of the connection does not say it.</summary>
internal sealed class CertificateCheck
{
    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a certificate is taken.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        var host = (sender as SslStream)?.TargetHostName ?? "";
        _refused[host] = Describe(host, certificate as X509Certificate2, chain, errors);
        return false;
    }

    /// <summary>Why the certificate of a host was not taken; null when it was.</summary>
    public string? FindRefusal(string host) => _refused.TryRemove(host, out var reason) ? reason : null;

    private static string Describe(string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return $"{host} shows no certificate";
        }

        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            reasons.Add($"it is for {NamesOf(certificate)}, not for {host}");
        }

        foreach (var status in (chain?.ChainStatus ?? []).Select(found => found.Status).Distinct())
        {
            reasons.Add(Explain(status, certificate));
        }

        return $"the certificate '{certificate.Subject}' of {host}, issued by '{certificate.Issuer}', is not trusted: {string.Join("; ", reasons)}";
    }

    private static string Explain(X509ChainStatusFlags status, X509Certificate2 certificate) => status switch
    {
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => $"its authority is none that is trusted here ({status})",
        X509ChainStatusFlags.NotTimeValid => string.Create(
            CultureInfo.InvariantCulture,
            $"it, or one that vouches for it, is not valid now (its own time is {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd})"),
        _ => status.ToString(),
    };

    private static string NamesOf(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        var names = alternatives is null ? [] : alternatives.EnumerateDnsNames().Concat(alternatives.EnumerateIPAddresses().Select(address => address.ToString())).ToArray();
        return names.Length == 0 ? "no host" : string.Join(", ", names);
    }
}
