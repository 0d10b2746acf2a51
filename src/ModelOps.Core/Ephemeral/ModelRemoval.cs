using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Ephemeral;

/// <summary>Removes a registered model with all that it has. Whatever somebody else removes meanwhile is fine.</summary>
internal static class ModelRemoval
{
    /// <summary>Removes aliases first, then versions, then the model: an alias never points to a version that is gone.</summary>
    /// <param name="registry">Where it is.</param>
    /// <param name="model">The model.</param>
    /// <param name="isConfirmed">Asked last, once all that would go is known; null where nobody else has a say.</param>
    /// <param name="cancellationToken">Ends the work between two calls.</param>
    /// <returns>Whether it was removed.</returns>
    public static async Task<bool> RunAsync(
        IModelRegistry registry, RegisteredModel model, Func<Task<bool>>? isConfirmed, CancellationToken cancellationToken)
    {
        var versions = new List<ModelVersion>();
        await foreach (var version in registry.ListVersionsAsync(model.Name, withTag: null, cancellationToken))
        {
            versions.Add(version);
        }

        if (isConfirmed is not null && !await isConfirmed())
        {
            return false;
        }

        foreach (var name in model.Aliases.Keys)
        {
            // What is no alias for the toolkit goes with its version.
            if (AliasName.TryParse(name, out var alias))
            {
                await registry.DeleteAliasAsync(model.Name, alias, cancellationToken);
            }
        }

        foreach (var version in versions)
        {
            await registry.DeleteVersionAsync(model.Name, version.Version, cancellationToken);
        }

        await registry.DeleteModelAsync(model.Name, cancellationToken);
        return true;
    }
}
