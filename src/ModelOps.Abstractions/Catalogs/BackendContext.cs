using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>What a backend may use of the world around it.</summary>
public sealed record BackendContext
{
    /// <summary>Environment variables: the only place that credentials come from.</summary>
    public required IEnvironment Environment { get; init; }

    /// <summary>Whether the build is of people who may not have this machine's secrets: only what the job itself was given is used then.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Shows long work; nothing by default.</summary>
    public IProgressSink Progress { get; init; } = SilentProgress.Instance;

    /// <summary>Makes the build host hide a text from now on: called with every secret that is minted, before it is used. May come from any thread.</summary>
    public Action<string> Mask { get; init; } = _ => { };

    /// <summary>Takes a line about every request, for who looks for a fault; null when nobody does. May come from any thread.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Takes what people should know and no call fails for. May come from any thread.</summary>
    public Action<Diagnostic> Report { get; init; } = _ => { };
}
