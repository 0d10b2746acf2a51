using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Show;

/// <summary>Outputs of <c>show</c>.</summary>
public sealed record ShowResult
{
    [Output("Version number.", IsAnswer = true)]
    public required int Version { get; init; }

    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    [Output("Environment.")]
    public required string Environment { get; init; }

    [Output("Reference of the version, models:/name/version.")]
    public required string Uri { get; init; }

    [Output("Aliases of the version.")]
    public required IReadOnlyList<string> Aliases { get; init; }

    [Output("Value of model_validation_status; empty when there is none.")]
    public required string Validation { get; init; }

    [Output("Commit hash; empty when unknown.")]
    public required string Commit { get; init; }

    [Output("When the version was created.")]
    public required DateTimeOffset Created { get; init; }

    [Output("Digest of the content: sha256 and 64 hexadecimal digits; empty when unknown.")]
    public required string Digest { get; init; }

    [Output("Description of the version.")]
    public required string Description { get; init; }

    [Output("Tags of the version: key, value.")]
    public required IReadOnlyList<TagRow> Tags { get; init; }
}
