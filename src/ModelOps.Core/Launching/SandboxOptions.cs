namespace ModelOps.Core.Launching;

/// <summary>What the sandbox's process is told: one line of JSON on its standard input, which stays open as long as the starter lives.</summary>
/// <remarks>Settable: generated JSON code gives absent init-only properties no default.</remarks>
internal sealed record SandboxOptions
{
    /// <summary>SQLite file, absolute; null means a throw-away store that is removed at the end.</summary>
    public string? StoreFile { get; set; }

    /// <summary>Address to listen on.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>MLflow version whose behaviour is shown: <c>3.11</c> or <c>2.22</c>.</summary>
    public string BehavesLike { get; set; } = "3.11";

    /// <summary>Seconds after which the sandbox ends by itself; null means never.</summary>
    public double? TtlSeconds { get; set; }

    /// <summary>Catalog to load, absolute; null means none.</summary>
    public string? SeedFile { get; set; }

    /// <summary>Faults to inject, absolute; null means none.</summary>
    public string? FaultsFile { get; set; }

    /// <summary>Whether files can be uploaded in parts, which a server with artifacts in a plain directory does not offer.</summary>
    public bool Multipart { get; set; }

    /// <summary>Process whose end ends the sandbox; null means none.</summary>
    public int? WatchProcess { get; set; }

    /// <summary>Whether the sandbox outlives its starter.</summary>
    public bool IsDetached { get; set; }

    /// <summary>Hosts beyond loopback and private addresses that a Host header may name.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Whether webhooks may lead to private addresses, without TLS too; for tests of what receives them.</summary>
    public bool AllowPrivateWebhooks { get; set; }
}
