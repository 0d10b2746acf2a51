namespace ModelOps.Testing.MlflowServer;

/// <summary>A registered model in the server.</summary>
public sealed class StoredModel
{
    public required string Name { get; init; }

    public required string Description { get; set; }

    public required long CreatedAt { get; init; }

    public SortedDictionary<int, StoredVersion> Versions { get; } = [];

    /// <summary>Number that was given last: none is given twice, also when its version is gone.</summary>
    public int LastNumber { get; set; }

    public Dictionary<string, string> Tags { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Aliases { get; init; } = new(StringComparer.Ordinal);

    internal StoredModel Copy()
    {
        var copy = new StoredModel
        {
            Name = Name,
            Description = Description,
            CreatedAt = CreatedAt,
            LastNumber = LastNumber,
            Tags = new(Tags, StringComparer.Ordinal),
            Aliases = new(Aliases, StringComparer.Ordinal),
        };
        foreach (var (number, version) in Versions)
        {
            copy.Versions[number] = version.Copy();
        }

        return copy;
    }
}
