using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>A version that shall exist, whoever makes it.</summary>
internal sealed record PublishRequest
{
    public required PublishTarget Target { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>Numbers of versions of the same key that stayed pending and are not waited for any more.</summary>
    public IReadOnlyList<int> GivenUp { get; init; } = [];

    /// <summary>Description of the registered model, which may have to be created first; null where it has versions.</summary>
    public string? NewModel { get; init; }

    public required LedgerEntry Entry { get; init; }

    public required IModelContent Content { get; init; }
}
