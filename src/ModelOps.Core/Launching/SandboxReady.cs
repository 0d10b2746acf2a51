namespace ModelOps.Core.Launching;

/// <summary>What the sandbox's process answers: one line of JSON on its standard output, once it serves or cannot.</summary>
internal sealed record SandboxReady
{
    /// <summary>Tracking and registry URI; null when the sandbox could not start.</summary>
    public string? Uri { get; set; }

    /// <summary>Process ID.</summary>
    public int ProcessId { get; set; }

    /// <summary>SQLite file.</summary>
    public string? StoreFile { get; set; }

    /// <summary>Why it could not start.</summary>
    public IReadOnlyList<SandboxProblem> Problems { get; set; } = [];
}
