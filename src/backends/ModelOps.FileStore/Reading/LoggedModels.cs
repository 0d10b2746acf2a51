using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore.Reading;

/// <summary>The logged models of MLflow 3: a directory each in <c>models</c> of their experiment.</summary>
internal sealed class LoggedModels(StoreRoot store, Experiments experiments)
{
    private const string Folder = "models";

    // As MLflow numbers the states of a logged model.
    private const string Ready = "2";

    private readonly RecordedLocation _location = new(store);

    /// <summary>Finds a logged model in any active experiment; null when there is none.</summary>
    public LoggedModel? Find(string modelId) =>
        experiments.Ids.Select(experiment => Read(experiment, modelId)?.Model).FirstOrDefault(model => model is not null);

    /// <summary>The logged models of a run that are ready, newest first.</summary>
    public IEnumerable<LoggedModel> Of(Run run) => store.FindDirectory(run.ExperimentId, Folder) is not { } folder
        ? []
        : store.DirectoriesIn(folder)
            .Select(id => Read(run.ExperimentId, id))
            .Where(found => found?.RunId == run.Id && found.Value.IsReady)
            .Select(found => found!.Value.Model)
            .OrderByDescending(model => model.CreatedAt)
            .ThenBy(model => model.Id, StringComparer.Ordinal);

    private (LoggedModel Model, string? RunId, bool IsReady)? Read(string experiment, string id)
    {
        if (store.FindDirectory(experiment, Folder, id) is not { } directory
            || MetaFile.Read(store, directory) is not { } meta
            || meta["model_id"] != id
            || meta["lifecycle_stage"] == "deleted")
        {
            return null;
        }

        var recorded = meta["artifact_location"] ?? meta["artifact_uri"] ?? $"{experiment}/{Folder}/{id}/artifacts";
        var model = new LoggedModel(id, meta["name"] ?? "", _location.Resolve(recorded), meta.Time("creation_timestamp") ?? DateTimeOffset.UnixEpoch);
        return (model, meta["source_run_id"], meta["status"] is null or Ready);
    }
}
