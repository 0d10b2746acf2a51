using ModelOps.Abstractions.Registry;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Deletes a version, and its aliases before it: MLflow's own server leaves them, and they would lead nowhere.</summary>
internal sealed class VersionRemoval(MlflowClient client, MlflowRegistry registry)
{
    public async Task RunAsync(ModelName model, int version, CancellationToken cancellationToken)
    {
        var found = await registry.FindModelAsync(model, cancellationToken);
        foreach (var alias in found?.Aliases.Where(alias => alias.Value == version).Select(alias => alias.Key) ?? [])
        {
            await client.DeleteAsync(
                HttpMethod.Delete,
                "/mlflow/registered-models/alias",
                new DeleteAliasRequest(model.Value, alias),
                WireJson.Mlflow.DeleteAliasRequest,
                cancellationToken);
        }

        await client.DeleteAsync(
            HttpMethod.Delete,
            "/mlflow/model-versions/delete",
            new DeleteVersionRequest(model.Value, $"{version}"),
            WireJson.Mlflow.DeleteVersionRequest,
            cancellationToken);
    }
}
