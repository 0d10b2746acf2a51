namespace ModelOps.Sandbox.Runs;

/// <summary>A dataset as it is sent.</summary>
internal sealed record WireDataset
{
    public required string Name { get; init; }

    public required string Digest { get; init; }

    public required string SourceType { get; init; }

    public required string Source { get; init; }

    public string? Schema { get; init; }

    public string? Profile { get; init; }
}
