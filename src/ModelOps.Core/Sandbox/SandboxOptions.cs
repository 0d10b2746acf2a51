namespace ModelOps.Core.Sandbox;

/// <summary>What the sandbox's process is told: one line of JSON on its standard input, which stays open as long as the starter lives.</summary>
internal sealed record SandboxOptions
{
    /// <summary>SQLite file, absolute; null means a throw-away store that is removed at the end.</summary>
    public string? StoreFile { get; init; }

    /// <summary>Address to listen on.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>MLflow version whose behaviour is shown: <c>3.11</c> or <c>2.22</c>.</summary>
    public string BehavesLike { get; init; } = "3.11";

    /// <summary>Seconds after which the sandbox ends by itself; null means never.</summary>
    public double? TtlSeconds { get; init; }

    /// <summary>Catalog to load, absolute; null means none.</summary>
    public string? SeedFile { get; init; }

    /// <summary>Faults to inject, absolute; null means none.</summary>
    public string? FaultsFile { get; init; }

    /// <summary>Process whose end ends the sandbox; null means none.</summary>
    public int? WatchProcess { get; init; }

    /// <summary>Whether the sandbox outlives its starter.</summary>
    public bool IsDetached { get; init; }

    /// <summary>Hosts beyond loopback and private addresses that a Host header may name.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}
