using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Gathering.Models;

/// <summary>The model that is judged and where, found and not looked at yet. Disposing closes the catalogs.</summary>
internal sealed record Candidate : IAsyncDisposable
{
    /// <summary>The model's section of modelops.yml.</summary>
    public required ModelSection Section { get; init; }

    /// <summary>Directory of modelops.yml.</summary>
    public required string Root { get; init; }

    public required ReleaseEnvironment Environment { get; init; }

    /// <summary>Registered model in that environment.</summary>
    public required ModelName Model { get; init; }

    public required ICatalog Catalog { get; init; }

    public required BuildInfo Build { get; init; }

    /// <summary>Where the champion is.</summary>
    public required ChampionPlace ChampionPlace { get; init; }

    /// <summary>The version; null for a package.</summary>
    public ModelVersion? Version { get; init; }

    /// <summary>Full path of the package; null for a version.</summary>
    public string? Package { get; init; }

    /// <summary>The present champion; null when there is none, or when it is the candidate itself.</summary>
    public ModelVersion? Champion { get; init; }

    /// <summary>Whether the candidate is the present champion, or has its very content.</summary>
    public bool IsChampion { get; init; }

    /// <summary>Reference for people.</summary>
    public string Name => Version?.Uri ?? Package!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Catalog.DisposeAsync();
        if (ChampionPlace.Catalog != Catalog)
        {
            await ChampionPlace.Catalog.DisposeAsync();
        }
    }
}
