using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Hosting;
using ModelOps.Core.Launching;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>What a front gives the runner.</summary>
public sealed record VerbWorld
{
    /// <summary>Where findings and outputs go.</summary>
    public required IBuildHost Host { get; init; }

    /// <summary>Environment variables.</summary>
    public required IEnvironment Environment { get; init; }

    /// <summary>The backends.</summary>
    public required BackendList Backends { get; init; }

    /// <summary>Directory in which relative paths start.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Shows long work; nothing by default.</summary>
    public IProgressSink Progress { get; init; } = SilentProgress.Instance;

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Takes the report of a verb that goes on, once its result is there; the report at its end says so.</summary>
    public Action<VerbReport> OnAnnounced { get; init; } = _ => { };

    /// <summary>The sandbox that this program has inside; null where it is a program of its own.</summary>
    internal IOwnSandbox? OwnSandbox { get; init; }

    /// <summary>Takes what a run does, for who looks for a fault; the runner opens it.</summary>
    internal DebugLog Debug { get; init; } = DebugLog.None;

    /// <summary>Called at every step that a kill could follow; tests end the process there.</summary>
    internal Action<string> OnStep { get; init; } = _ => { };
}
