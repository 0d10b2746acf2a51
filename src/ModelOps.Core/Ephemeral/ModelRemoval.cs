using ModelOps.Core.Registry;

namespace ModelOps.Core.Ephemeral;

/// <summary>Removes a registered model with all that it has. Whatever somebody else removes meanwhile is fine.</summary>
internal static class ModelRemoval
{
    /// <summary>Removes aliases first, then versions, then the model: an alias never points to a version that is gone.</summary>
    public static async Task RunAsync(IModelRegistry registry, RegisteredModel model, CancellationToken cancellationToken)
    {
        foreach (var name in model.Aliases.Keys)
        {
            // What is no alias in the toolkit's spelling goes with its version.
            if (AliasName.TryParse(name, out var alias))
            {
                await registry.DeleteAliasAsync(model.Name, alias, cancellationToken);
            }
        }

        var versions = new List<ModelVersion>();
        await foreach (var version in registry.ListVersionsAsync(model.Name, withTag: null, cancellationToken))
        {
            versions.Add(version);
        }

        foreach (var version in versions)
        {
            await registry.DeleteVersionAsync(model.Name, version.Version, cancellationToken);
        }

        await registry.DeleteModelAsync(model.Name, cancellationToken);
    }
}
