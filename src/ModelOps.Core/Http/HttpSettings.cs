using System.Net.Http.Headers;

namespace ModelOps.Core.Http;

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

    /// <summary>Whether any server certificate is taken.</summary>
    public bool InsecureTls { get; init; }

    /// <summary>PEM file of the only certificate authorities to trust; null for those of the system.</summary>
    public string? ServerCertificates { get; init; }

    /// <summary>PEM file of the client's certificate, its chain and its key; null for none.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Credentials, sent to the server itself only; null for none.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>Further headers of every request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
