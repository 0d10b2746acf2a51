using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Creates registered models; a server gives a name once.</summary>
internal sealed class ModelCreation(MlflowClient client, MlflowRegistry registry)
{
    /// <summary>Creates a model unless it is there.</summary>
    public async Task EnsureAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        if (await registry.FindModelAsync(model, cancellationToken) is not null)
        {
            return;
        }

        try
        {
            await CreateOnceAsync(model, description, tags, () => { }, cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.AlreadyExists(exception))
        {
            // Someone else was faster; what counts is that it is there.
        }
    }

    /// <summary>Creates a model of which none is expected, without a look before.</summary>
    /// <returns>Whether this call certainly created it.</returns>
    /// <exception cref="ModelOpsException">The server has another model for this name (MOP2203), or refuses a new one.</exception>
    public async Task<bool> TryAsync(ModelName model, string description, CancellationToken cancellationToken)
    {
        var isCreated = false;
        try
        {
            await CreateOnceAsync(model, description, [], () => isCreated = true, cancellationToken);
            return isCreated;
        }
        catch (ModelOpsException exception) when (MlflowErrors.AlreadyExists(exception) || MlflowErrors.IsForbidden(exception))
        {
            // Who may add versions need not be allowed to create models. A database without case has the name by another one, which this look tells.
            if (await registry.FindModelAsync(model, cancellationToken) is null)
            {
                throw;
            }

            return false;
        }
    }

    private Task CreateOnceAsync(ModelName model, string description, IReadOnlyList<Tag> tags, Action onCreated, CancellationToken cancellationToken) =>
        CreateOnce.RunAsync(
            async token =>
            {
                var created = await CreateAsync(model, description, tags, token);
                onCreated();
                return created;
            },
            token => registry.FindModelAsync(model, token),
            client.PauseAsync,
            cancellationToken);

    private async Task<RegisteredModel> CreateAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(
            HttpMethod.Post,
            "/mlflow/registered-models/create",
            new CreateModelRequest(model.Value, description.Length == 0 ? null : description, WireTags.Of(tags)),
            WireJson.Mlflow.CreateModelRequest,
            WireJson.Mlflow.ModelAnswer,
            Repeat.WhenNotDone,
            cancellationToken);
        return WireReader.Model(answer.RegisteredModel) ?? new(model, new Dictionary<string, int>());
    }
}
