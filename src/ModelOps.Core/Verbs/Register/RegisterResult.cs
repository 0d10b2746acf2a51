using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Register;

/// <summary>Outputs of <c>register</c>.</summary>
public sealed record RegisterResult
{
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    [Output("Version number; empty on a dry run that would create one.")]
    public required int? Version { get; init; }

    [Output("Reference of the version, models:/name/version; empty on a dry run that would create one.")]
    public required string? Uri { get; init; }

    [Output("Whether this run created the version; false when it was there already. On a dry run: whether it would.")]
    public required bool Created { get; init; }

    [Output("Digest of the content: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }
}
