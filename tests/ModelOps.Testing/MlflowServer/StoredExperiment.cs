namespace ModelOps.Testing.MlflowServer;

/// <summary>An experiment in the server.</summary>
public sealed class StoredExperiment
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public Dictionary<string, string> Tags { get; init; } = new(StringComparer.Ordinal);

    public bool IsDeleted { get; set; }

    internal StoredExperiment Copy() => new() { Id = Id, Name = Name, Tags = new(Tags, StringComparer.Ordinal), IsDeleted = IsDeleted };
}
