using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>An environment of modelops.yml, or the one default environment where there is none.</summary>
/// <param name="Name">Name; <c>default</c> without modelops.yml.</param>
/// <param name="Address">Where its catalog is.</param>
/// <param name="Prefix">Levels that model names get, such as <c>staging.fraud</c>; empty when none.</param>
internal sealed record ReleaseEnvironment(string Name, CatalogAddress Address, string Prefix)
{
    /// <summary>Experiment of a ledger, with a placeholder for the registered model.</summary>
    public string LedgerExperiment { get; init; } = LedgerSection.UsualExperiment;

    /// <summary>Name of a model in this environment.</summary>
    /// <param name="shortName">Name without catalog and schema.</param>
    public ModelName Qualify(string shortName) => ModelName.Parse(Prefix.Length == 0 ? shortName : $"{Prefix}.{shortName}");

    /// <summary>Opens the catalog.</summary>
    public Task<ICatalog> OpenAsync(VerbContext context, CancellationToken cancellationToken) =>
        context.Catalogs.OpenAsync(Address, cancellationToken);

    /// <summary>The ledger of a model.</summary>
    /// <param name="catalog">The environment's catalog.</param>
    /// <param name="model">Registered model in it.</param>
    /// <param name="context">The verb's context.</param>
    public Ledger LedgerOf(ICatalog catalog, ModelName model, VerbContext context) =>
        new(catalog, LedgerPlace.Of(this, catalog.Tracking, model), context.Time, context.Report);
}
