using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Outputs of <c>promote</c>.</summary>
public sealed record PromoteResult
{
    /// <summary>Registered model of the target environment.</summary>
    [Output("Registered model of the target environment.")]
    public required ModelName Model { get; init; }

    /// <summary>Target environment.</summary>
    [Output("Target environment.")]
    public required string Environment { get; init; }

    /// <summary>Version in the target environment; null on a dry run that would create one.</summary>
    [Output("Version in the target environment; empty on a dry run that would create one.")]
    public required int? Version { get; init; }

    /// <summary>Reference of that version.</summary>
    [Output("Reference of that version, models:/name/version; empty on a dry run that would create one.")]
    public required string? Uri { get; init; }

    /// <summary>Whether this run copied the version.</summary>
    [Output("Whether this run copied the version; false when it was there already. On a dry run: whether it would.")]
    public required bool Created { get; init; }

    /// <summary>Alias that was moved.</summary>
    [Output("Alias that was moved, or would be on a dry run.")]
    public required AliasName Alias { get; init; }

    /// <summary>Version that the alias had before; null when it did not exist.</summary>
    [Output("Version that the alias had before; empty when it did not exist.")]
    public required int? PreviousVersion { get; init; }

    /// <summary>Digest of the content.</summary>
    [Output("Digest of the content: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    /// <summary>Steps that were done, or would be on a dry run.</summary>
    [Output("Steps that were done, or would be on a dry run.")]
    public required IReadOnlyList<string> Plan { get; init; }
}
