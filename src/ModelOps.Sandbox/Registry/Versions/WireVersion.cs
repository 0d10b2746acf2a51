using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>A model version as it is answered; its lists are filled by <see cref="VersionReader"/> and stay null when they are empty.</summary>
internal sealed record WireVersion
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public long? CreationTimestamp { get; init; }

    public long? LastUpdatedTimestamp { get; init; }

    public string? UserId { get; init; }

    public string? CurrentStage { get; init; }

    public string? Description { get; init; }

    public string? Source { get; init; }

    public string? RunId { get; init; }

    public string? Status { get; init; }

    public string? StatusMessage { get; init; }

    public string? RunLink { get; init; }

    public List<WireTag>? Tags { get; set; }

    public List<string>? Aliases { get; set; }
}
