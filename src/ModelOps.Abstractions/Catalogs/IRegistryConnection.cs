using ModelOps.Abstractions.Registry;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>A connection that keeps registered models.</summary>
public interface IRegistryConnection : IBackendConnection
{
    /// <summary>The registry, as it works beside a tracking store that may be somebody else's.</summary>
    /// <param name="surroundings">Runs and files of the catalog that the registry becomes a part of.</param>
    IModelRegistry OpenRegistry(RegistrySurroundings surroundings);
}
