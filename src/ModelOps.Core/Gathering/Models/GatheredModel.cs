using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Models;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gathering.Models;

/// <summary>One of the two models: its private copy and its runs. Disposing removes the copy.</summary>
internal sealed record GatheredModel : IDisposable
{
    /// <summary>Reference for people.</summary>
    public required string Name { get; init; }

    /// <summary>Where its runs are.</summary>
    public required ICatalog Catalog { get; init; }

    /// <summary>The version; null for a package.</summary>
    public ModelVersion? Version { get; init; }

    /// <summary>The private copy; null when the files could not be had.</summary>
    public MaterializedModel? Files { get; init; }

    /// <summary>Why the files were not fetched although they are there: they are more than was registered. Null for any other reason.</summary>
    public string? Excess { get; init; }

    /// <summary>The copy as a model directory.</summary>
    public ModelDirectory? Directory { get; init; }

    /// <summary>Runs that the model belongs to, its version's own first.</summary>
    public IReadOnlyList<Run> Runs { get; init; } = [];

    /// <summary>Why nothing is run with the files; null when they are those that were registered, or nobody says what those are.</summary>
    public string? FindProblem()
    {
        if (Files is null)
        {
            return Excess ?? $"the files of {Name} cannot be had";
        }

        return Version is not null && ContentIdentity.Of(Version) is { } registered && registered != Files.Identity
            ? $"the registry's files of {Name} are not those that were registered: their digest is {Files.Identity.Digest}, expected {registered.Digest} and the names of its manifest"
            : null;
    }

    /// <inheritdoc />
    public void Dispose() => Files?.Dispose();
}
