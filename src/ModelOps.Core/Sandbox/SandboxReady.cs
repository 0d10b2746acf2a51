namespace ModelOps.Core.Sandbox;

/// <summary>What the sandbox's process answers: one line of JSON on its standard output, once it serves or cannot.</summary>
internal sealed record SandboxReady
{
    /// <summary>Tracking and registry URI; null when the sandbox could not start.</summary>
    public string? Uri { get; init; }

    /// <summary>Process ID.</summary>
    public int ProcessId { get; init; }

    /// <summary>SQLite file.</summary>
    public string? StoreFile { get; init; }

    /// <summary>Why it could not start.</summary>
    public IReadOnlyList<SandboxProblem> Problems { get; init; } = [];
}
