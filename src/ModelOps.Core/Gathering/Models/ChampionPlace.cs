using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Gathering.Models;

/// <summary>Where the champion is: in the environment of the candidate, or in another one, which is only read.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Model">Registered model there.</param>
/// <param name="Catalog">Its catalog; that of the candidate where both share an environment.</param>
internal sealed record ChampionPlace(ReleaseEnvironment Environment, ModelName Model, ICatalog Catalog)
{
    /// <summary>Opens the place.</summary>
    /// <param name="section">The model's section of modelops.yml.</param>
    /// <param name="environment">Environment of the candidate.</param>
    /// <param name="catalog">Catalog of the candidate.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<ChampionPlace> OpenAsync(
        ModelSection section, ReleaseEnvironment environment, ICatalog catalog, VerbContext context, CancellationToken cancellationToken)
    {
        var place = section.Gates.Champion.Environment is { } name && name != environment.Name ? new EnvironmentResolver(context).Named(name) : environment;
        var opened = place == environment ? catalog : await place.OpenAsync(context, cancellationToken);
        try
        {
            return new(place, await place.FindNameAsync(opened, section.Name, context, cancellationToken), opened);
        }
        catch when (opened != catalog)
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>The version that an alias names; null when there is none.</summary>
    public async Task<ModelVersion?> FindAsync(AliasName alias, CancellationToken cancellationToken) =>
        await Catalog.Registry.FindModelAsync(Model, cancellationToken) is { } registered && registered.FindAlias(alias) is { } number
            ? await Catalog.Registry.FindVersionAsync(Model, number, cancellationToken)
            : null;

    /// <summary>Whether the champion is the candidate itself, or has its very content: a copy that a promotion made of it, or the same files again.</summary>
    /// <param name="champion">The champion.</param>
    /// <param name="candidate">The candidate; null for a package.</param>
    /// <param name="content">Content of the candidate; null when it is not known.</param>
    /// <param name="environment">Environment of the candidate.</param>
    public bool Is(ModelVersion champion, ModelVersion? candidate, ContentIdentity? content, ReleaseEnvironment environment) =>
        (Environment == environment && champion.Version == candidate?.Version) || (content is not null && content == ContentIdentity.Of(champion));
}
