namespace ModelOps.Testing.MlflowServer;

/// <summary>A model version in the server.</summary>
public sealed class StoredVersion
{
    public required string Model { get; init; }

    public required int Number { get; init; }

    public required string Source { get; init; }

    public required string RunId { get; init; }

    public required string Description { get; set; }

    public required long CreatedAt { get; init; }

    public Dictionary<string, string> Tags { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Reads that still show it pending.</summary>
    public int PendingReads { get; set; }

    /// <summary>Set to say that registration failed.</summary>
    public string? Failure { get; set; }

    internal StoredVersion Copy() => new()
    {
        Model = Model,
        Number = Number,
        Source = Source,
        RunId = RunId,
        Description = Description,
        CreatedAt = CreatedAt,
        Tags = new(Tags, StringComparer.Ordinal),
        PendingReads = PendingReads,
        Failure = Failure,
    };
}
