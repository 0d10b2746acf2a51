namespace ModelOps.Core.Gates;

/// <summary>What gates know of a model's section of modelops.yml.</summary>
internal sealed record JudgedModel
{
    /// <summary>Name of the registered model, without catalog and schema.</summary>
    public required string Name { get; init; }

    /// <summary>What a version has to pass.</summary>
    public required GatesSection Gates { get; init; }

    /// <summary>Whether modelops.yml says what a version has to pass. Of a model that nobody prepared no signature is asked for.</summary>
    public bool IsGated { get; init; } = true;

    /// <summary>Whether modelops.yml says where predictions come from.</summary>
    public bool HasEvaluation { get; init; }
}
