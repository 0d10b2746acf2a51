using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Outputs of <c>rollback</c>.</summary>
public sealed record RollbackResult
{
    /// <summary>Registered model.</summary>
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    /// <summary>Environment.</summary>
    [Output("Environment.")]
    public required string Environment { get; init; }

    /// <summary>Alias that was moved.</summary>
    [Output("Alias that was moved, or would be on a dry run.")]
    public required AliasName Alias { get; init; }

    /// <summary>Version that the alias had.</summary>
    [Output("Version that the alias had before.")]
    public required int FromVersion { get; init; }

    /// <summary>Version that the alias has now.</summary>
    [Output("Version that the alias has now, or would have on a dry run.")]
    public required int Version { get; init; }

    /// <summary>Reference of the version that the alias has now.</summary>
    [Output("Reference of that version, models:/name/version.")]
    public required string Uri { get; init; }
}
