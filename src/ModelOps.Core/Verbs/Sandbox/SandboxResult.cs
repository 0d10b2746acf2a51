using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>Outputs of <c>sandbox</c>.</summary>
public sealed record SandboxResult
{
    /// <summary>Tracking and registry URI.</summary>
    [Output("Tracking and registry URI.")]
    public required string Uri { get; init; }

    /// <summary>Process ID.</summary>
    [Output("ID of the sandbox's process.")]
    public required int ProcessId { get; init; }

    /// <summary>Store.</summary>
    [Output("SQLite file of the catalog.")]
    public string? Store { get; init; }

    /// <summary>MLflow version.</summary>
    [Output("MLflow version whose behaviour is shown.")]
    public required MlflowBehavior BehavesLike { get; init; }

    /// <summary>When it ends by itself.</summary>
    [Output("When the sandbox ends by itself; nothing when never.")]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How to use it.</summary>
    [Output("Command that makes a shell use the sandbox.")]
    public required string Usage { get; init; }
}
