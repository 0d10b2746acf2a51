using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Adopt;

/// <summary>Outputs of <c>adopt</c>.</summary>
public sealed record AdoptResult
{
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    [Output("Environment.")]
    public required string Environment { get; init; }

    [Output("How many versions were taken over, or would be on a dry run.")]
    public required int Adopted { get; init; }

    [Output("How many had a recorded digest already.")]
    public required int Known { get; init; }

    [Output("How many could not be taken over.")]
    public required int Failed { get; init; }

    [Output("Versions: version, state (adopted, known, skipped or failed), digest.")]
    public required IReadOnlyList<AdoptedRow> Versions { get; init; }
}
