using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Outputs of <c>promote</c>.</summary>
public sealed record PromoteResult
{
    [Output("Registered model of the target environment.")]
    public required ModelName Model { get; init; }

    [Output("Target environment.")]
    public required string Environment { get; init; }

    [Output("Version in the target environment; empty on a dry run that would create one.")]
    public required int? Version { get; init; }

    [Output("Reference of that version, models:/name/version; empty on a dry run that would create one.")]
    public required string? Uri { get; init; }

    [Output("Whether this run copied the version; false when it was there already. On a dry run: whether it would.")]
    public required bool Created { get; init; }

    [Output("Alias that was moved, or would be on a dry run.")]
    public required AliasName Alias { get; init; }

    [Output("Version that the alias had before; empty when it did not exist.")]
    public required int? PreviousVersion { get; init; }

    [Output("Digest of the content: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    [Output("Whether nothing was promoted, because the content was rolled back in the target environment.")]
    public bool RolledBack { get; init; }

    [Output("Steps that were done, or would be on a dry run.")]
    public required IReadOnlyList<string> Plan { get; init; }
}
