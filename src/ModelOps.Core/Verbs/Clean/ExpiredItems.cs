using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Ephemeral;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Clean;

/// <summary>Finds and removes what has expired in one catalog. Nothing is removed that was not read, with an expired tag, just before.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="environment">Name of the environment, for people.</param>
/// <param name="isDryRun">Whether to change nothing.</param>
/// <param name="context">The verb's context.</param>
internal sealed class ExpiredItems(ICatalog catalog, string environment, bool isDryRun, VerbContext context)
{
    private readonly List<CleanRow> _rows = [];

    /// <summary>What had expired, and was removed or would be.</summary>
    public IReadOnlyList<CleanRow> Rows => _rows;

    /// <summary>Removes expired models, then expired experiments, then expired evaluation datasets.</summary>
    /// <param name="cancellationToken">Ends the work between two calls.</param>
    /// <returns>Whether all that had expired is gone.</returns>
    public async Task<bool> RemoveAsync(CancellationToken cancellationToken)
    {
        var names = await ListAsync(catalog.Registry.SearchModelsAsync(new() { TagKey = ExpiryTag.Key }, cancellationToken));
        var experiments = await ListAsync(catalog.Tracking.ListExperimentsAsync(ExpiryTag.Key, cancellationToken));
        var datasets = await ListAsync(catalog.Tracking.ListEvaluationDatasetsAsync(ExpiryTag.Key, cancellationToken));
        var isComplete = true;
        foreach (var name in names)
        {
            isComplete &= await GuardAsync($"registered model '{name}'", what => TakeAsync(what, name, cancellationToken));
        }

        foreach (var experiment in experiments)
        {
            isComplete &= await GuardAsync($"experiment '{experiment.Name}'", what => TakeAsync(what, experiment, cancellationToken));
        }

        foreach (var dataset in datasets)
        {
            isComplete &= await GuardAsync($"evaluation dataset '{dataset.Name}'", what => TakeAsync(what, dataset, cancellationToken));
        }

        return isComplete;
    }

    private async Task TakeAsync(string what, ModelName name, CancellationToken cancellationToken)
    {
        if (await FindExpiredAsync(what, name, cancellationToken) is not var (model, expired))
        {
            return;
        }

        // Somebody may take the tag off, or put a later time, while a long list of versions is read.
        if (isDryRun || await ModelRemoval.RunAsync(
            catalog.Registry, model, async () => await FindExpiredAsync(what, name, cancellationToken) is not null, cancellationToken))
        {
            Add("registered model", name.Value, expired, catalog.Registry.Traits.DeletesModels ? "removed" : "emptied; this registry keeps its name");
        }
    }

    private async Task<(RegisteredModel Model, DateTimeOffset Expired)?> FindExpiredAsync(string what, ModelName name, CancellationToken cancellationToken)
    {
        var model = await catalog.Registry.FindModelAsync(name, cancellationToken);
        return model?.Name == name && FindExpired(what, model.Tags) is { } expired ? (model, expired) : null;
    }

    private async Task TakeAsync(string what, Experiment listed, CancellationToken cancellationToken)
    {
        var experiment = await catalog.Tracking.ReadExperimentAsync(listed.Id, cancellationToken);
        if (experiment?.Id != listed.Id || experiment.Name != listed.Name || FindExpired(what, experiment.Tags) is not { } expired)
        {
            return;
        }

        if (!isDryRun)
        {
            await catalog.Tracking.DeleteExperimentAsync(experiment.Id, cancellationToken);
        }

        Add("experiment", experiment.Name, expired, "removed");
    }

    private async Task TakeAsync(string what, EvaluationDataset listed, CancellationToken cancellationToken)
    {
        var dataset = await catalog.Tracking.ReadEvaluationDatasetAsync(listed.Id, cancellationToken);
        if (dataset?.Id != listed.Id || dataset.Name != listed.Name || FindExpired(what, dataset.Tags) is not { } expired)
        {
            return;
        }

        if (!isDryRun)
        {
            await catalog.Tracking.DeleteEvaluationDatasetAsync(dataset.Id, cancellationToken);
        }

        Add("evaluation dataset", dataset.Name, expired, "removed");
    }

    private void Add(string kind, string name, DateTimeOffset expired, string done) =>
        _rows.Add(new(environment, kind, name, expired, isDryRun ? "would be removed" : done));

    // One thing that cannot be removed does not keep the others.
    private async Task<bool> GuardAsync(string what, Func<string, Task> take)
    {
        try
        {
            await take(what);
            return true;
        }
        catch (ModelOpsException failure)
        {
            foreach (var diagnostic in failure.Diagnostics)
            {
                context.Report(diagnostic with { Message = $"The {what} in {environment} was not removed: {diagnostic.Message}" });
            }

            return false;
        }
    }

    private DateTimeOffset? FindExpired(string what, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.GetValueOrDefault(ExpiryTag.Key) is not { } value)
        {
            return null;
        }

        if (ExpiryTag.Read(value) is { } expires)
        {
            return ExpiryTag.IsOver(expires, context.Time.GetUtcNow()) ? expires : null;
        }

        context.Report(SandboxDiagnostics.ExpiryUnreadable.At(
            $"The {what} in {environment} has the tag {ExpiryTag.Key} '{value}'; expected a time such as 2026-11-21T12:00:00Z. It is left alone."));
        return null;
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
