using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Configuration;

namespace ModelOps.Core.Releases;

/// <summary>Names that a command works with in a catalog, one that lasts or one that is made for it.</summary>
/// <param name="Catalog">First level of names; empty when there is none.</param>
/// <param name="Schema">Second level of names; empty when there is none.</param>
/// <param name="Model">The registered model.</param>
internal sealed record CatalogNames(string Catalog, string Schema, ModelName Model)
{
    /// <summary>The experiment that runs go to.</summary>
    public string Experiment { get; private init; } = Model.Value;

    /// <summary>The same names, the experiment as a tracking store keeps it.</summary>
    public CatalogNames PlacedIn(ITrackingStore store) => this with { Experiment = store.PlaceExperiment(Experiment) };

    /// <summary>The names of the environment itself.</summary>
    public static CatalogNames Of(EnvironmentSection? section, ReleaseEnvironment environment, string shortName) =>
        new(section?.Catalog ?? "", section?.Schema ?? "", environment.Qualify(shortName));
}
