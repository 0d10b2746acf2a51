using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ModelOps.Http;

/// <summary>Reads certificates from PEM files.</summary>
internal static class CertificateFiles
{
    /// <summary>All certificates of a file, or of the files in a directory, as OpenSSL's directories of authorities are.</summary>
    /// <exception cref="CryptographicException">There is none, or one is not readable.</exception>
    public static X509Certificate2Collection ReadAuthorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        foreach (var part in Directory.Exists(file) ? Directory.EnumerateFiles(file) : [file])
        {
            authorities.ImportFromPemFile(part);
        }

        return authorities.Count > 0 ? authorities : throw new CryptographicException("no certificate in it");
    }

    /// <summary>A client's certificate with the key and the chain in the same file.</summary>
    /// <exception cref="CryptographicException">The certificate or the key is missing or not readable.</exception>
    public static SslStreamCertificateContext ReadClient(string file)
    {
        using var ephemeral = X509Certificate2.CreateFromPemFile(file);
        // Windows' TLS takes only keys that came in by PKCS #12.
        var certificate = X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), password: null);
        return SslStreamCertificateContext.Create(certificate, ReadAuthorities(file), offline: true);
    }
}
