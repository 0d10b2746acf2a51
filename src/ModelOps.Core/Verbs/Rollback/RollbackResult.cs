using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Outputs of <c>rollback</c>.</summary>
public sealed record RollbackResult
{
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    [Output("Environment.")]
    public required string Environment { get; init; }

    [Output("Alias that was moved, or would be on a dry run.")]
    public required AliasName Alias { get; init; }

    [Output("Version that the alias had before.")]
    public required int FromVersion { get; init; }

    [Output("Version that the alias has now, or would have on a dry run.")]
    public required int Version { get; init; }

    [Output("Reference of that version, models:/name/version.")]
    public required string Uri { get; init; }
}
