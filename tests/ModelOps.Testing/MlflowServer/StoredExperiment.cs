namespace ModelOps.Testing.MlflowServer;

/// <summary>An experiment in the server.</summary>
public sealed class StoredExperiment
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool IsDeleted { get; set; }
}
