using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ModelOps.Http.Credentials;

namespace ModelOps.Http;

/// <summary>How a server is called.</summary>
internal sealed record HttpSettings
{
    /// <summary>Longest silence: of the server before its answer begins, and of either side within a transfer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Tries after the first one, 0 to 7.</summary>
    public int MaxRetries { get; init; } = 7;

    /// <summary>Upper bound of the pause before the first repeat; doubles with every further one.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No repeat begins later than this after the first try.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Takes a line before every repeat, so that nobody waits without knowing for what. May come from any thread.</summary>
    public Action<string> OnRepeat { get; init; } = _ => { };

    /// <summary>Takes a line about every request, for who looks for a fault; null when nobody does. May come from any thread.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Whether any server certificate is taken.</summary>
    public bool InsecureTls { get; init; }

    /// <summary>The only certificate authorities to trust; null for those of the system.</summary>
    public X509Certificate2Collection? ServerCertificates { get; init; }

    /// <summary>The client's certificate with its chain and key; null for none.</summary>
    public SslStreamCertificateContext? ClientCertificate { get; init; }

    /// <summary>Who calls; asked for a header for every call. What is called with these settings gets it, nothing else does.</summary>
    public ICredentials Credentials { get; init; } = StaticCredentials.None;

    /// <summary>Further headers of every request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
