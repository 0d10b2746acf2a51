namespace ModelOps.Core.Launching;

/// <summary>A sandbox that is part of the running program.</summary>
internal interface IOwnSandbox
{
    /// <summary>What is run to get it in a process of its own.</summary>
    SandboxCommand Command { get; }

    /// <summary>Serves in this process, until it is cancelled, its time is over, or the process that it watches has ended.</summary>
    /// <param name="options">What the sandbox is told.</param>
    /// <param name="onReady">Called once it serves.</param>
    /// <param name="cancellationToken">Ends it well.</param>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">It could not start (exit 2).</exception>
    Task ServeAsync(SandboxOptions options, Action<SandboxReady> onReady, CancellationToken cancellationToken);
}
