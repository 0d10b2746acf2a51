using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Ephemeral;

/// <summary>An ephemeral catalog on a shared server: names under a prefix of this run alone, with a tag that says when they expire.</summary>
internal sealed class ServerCatalog(VerbContext context, ReleaseEnvironment environment, CatalogNames names, TimeSpan timeToLive)
{
    private static readonly TimeSpan CleanUpDeadline = TimeSpan.FromSeconds(60);

    private readonly Tag _expiry = ExpiryTag.At(context.Time.GetUtcNow() + timeToLive);
    private readonly string _prefix = EphemeralNames.PrefixOf(names);

    /// <summary>Makes it.</summary>
    public async Task<EphemeralCatalog> OpenAsync(CancellationToken cancellationToken)
    {
        await using var catalog = await environment.OpenAsync(context, cancellationToken);

        var placed = names.PlacedIn(catalog.Tracking);

        // Nothing is there to clean up on a server that does not even answer a question.
        await catalog.Registry.FindModelAsync(names.Model, cancellationToken);
        try
        {
            await catalog.Registry.EnsureModelAsync(names.Model, "Made by a test; removed at its end.", [_expiry], cancellationToken);
            await catalog.Tracking.EnsureExperimentAsync(placed.Experiment, [_expiry], cancellationToken);
        }
        catch
        {
            await CleanUpAsync();
            throw;
        }

        var variables = CatalogVariables.CreateSignedIn(environment.Address, placed, context);
        return new(variables, $"schema '{_prefix.TrimEnd('.')}' of {environment.Name}, until {_expiry.Value}", CleanUpAsync);
    }

    // It runs however the test ended, so it neither throws nor obeys the caller's cancellation.
    private async Task CleanUpAsync()
    {
        using var deadline = new CancellationTokenSource(CleanUpDeadline);
        try
        {
            await using var catalog = await environment.OpenAsync(context, deadline.Token);
            await RemoveModelsAsync(catalog, deadline.Token);
            await RemoveExperimentAsync(catalog, names.PlacedIn(catalog.Tracking).Experiment, deadline.Token);
        }
        catch (Exception failure) when (failure is ModelOpsException or OperationCanceledException or IOException)
        {
            var reason = failure is OperationCanceledException ? $"no end within {CleanUpDeadline.TotalSeconds:0} seconds" : failure.Message;
            context.Report(SandboxDiagnostics.LeftBehind.At(
                $"'{_prefix}*' and the experiment '{names.Experiment}' in {environment.Name} were not removed completely: {reason}. "
                + $"They expire at {_expiry.Value}; `modelops clean` removes them then."));
        }
    }

    // All are tagged before the first is removed: whatever ends this, the next clean knows them.
    private async Task RemoveModelsAsync(ICatalog catalog, CancellationToken cancellationToken)
    {
        var models = new List<RegisteredModel>();
        await foreach (var name in catalog.Registry.SearchModelsAsync(new() { NamePrefix = _prefix }, cancellationToken))
        {
            if (await catalog.Registry.FindModelAsync(name, cancellationToken) is { } model && IsOurs(model.Name))
            {
                models.Add(model);
            }
        }

        foreach (var model in models.Where(model => !model.Tags.ContainsKey(ExpiryTag.Key)))
        {
            await catalog.Registry.SetModelTagAsync(model.Name, _expiry, cancellationToken);
        }

        foreach (var model in models)
        {
            await ModelRemoval.RunAsync(catalog.Registry, model, isConfirmed: null, cancellationToken);
            foreach (var ledger in LedgerPlace.Of(environment, catalog.Tracking, model.Name).All)
            {
                await RemoveExperimentAsync(catalog, ledger, cancellationToken);
            }
        }
    }

    private static async Task RemoveExperimentAsync(ICatalog catalog, string name, CancellationToken cancellationToken)
    {
        if (await catalog.Tracking.FindExperimentAsync(name, cancellationToken) is { } experiment)
        {
            await catalog.Tracking.DeleteExperimentAsync(experiment, cancellationToken);
        }
    }

    private bool IsOurs(ModelName name) => name.Value.StartsWith(_prefix, StringComparison.Ordinal);
}
