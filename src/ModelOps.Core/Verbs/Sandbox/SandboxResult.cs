using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>Outputs of <c>sandbox</c>.</summary>
public sealed record SandboxResult
{
    [Output("Tracking and registry URI.")]
    public required string Uri { get; init; }

    [Output("ID of the sandbox's process.")]
    public required int ProcessId { get; init; }

    [Output("SQLite file of the catalog.")]
    public string? Store { get; init; }

    [Output("MLflow version whose behaviour is shown.")]
    public required MlflowBehavior BehavesLike { get; init; }

    [Output("When the sandbox ends by itself; nothing when never.")]
    public DateTimeOffset? EndsAt { get; init; }

    [Output("Command that makes a shell use the sandbox.")]
    public required string Usage { get; init; }
}
