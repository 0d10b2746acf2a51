using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>A registered model as it is answered; its lists are filled by <see cref="ModelReader"/> and stay null when they are empty.</summary>
internal sealed record WireModel
{
    public required string Name { get; init; }

    public long? CreationTimestamp { get; init; }

    public long? LastUpdatedTimestamp { get; init; }

    public string? Description { get; init; }

    public List<WireVersion>? LatestVersions { get; set; }

    public List<WireTag>? Tags { get; set; }

    public List<WireAlias>? Aliases { get; set; }
}
