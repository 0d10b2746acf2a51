using System.Net.Http.Headers;
using System.Net.Security;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;

namespace ModelOps.Http;

/// <summary>Makes HTTP clients.</summary>
internal static class HttpClients
{
    private static readonly ProductInfoHeaderValue UserAgent = new(
        "modelops", typeof(HttpClients).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    /// <summary>
    /// A client with the settings' trust. It never follows a redirect: credentials stay with the server that they were given for.
    /// Time is bounded and credentials are added by <see cref="HttpSender"/>, not here.
    /// </summary>
    public static HttpClient Create(HttpSettings settings)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            SslOptions = CreateTls(settings),
        };
        HttpMessageHandler handler = settings.Log is { } log ? new RequestLog(sockets, log) : sockets;
        var client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(UserAgent);
        foreach (var (name, value) in settings.Headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        return client;
    }

    private static SslClientAuthenticationOptions CreateTls(HttpSettings settings)
    {
        var options = new SslClientAuthenticationOptions();
        if (settings.InsecureTls)
        {
#pragma warning disable CA5359 // The user asked for it by MLFLOW_TRACKING_INSECURE_TLS.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        if (settings.ServerCertificates is { } authorities)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        options.ClientCertificateContext = settings.ClientCertificate;
        return options;
    }
}
