using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore.Reading;

/// <summary>The runs of a store: a directory each in that of their experiment.</summary>
internal sealed class RunFiles(StoreRoot store, Experiments experiments)
{
    private readonly RecordedLocation _location = new(store);

    /// <summary>Finds a run in any active experiment; null when it does not exist.</summary>
    public Run? Find(string runId)
    {
        foreach (var experiment in experiments.Ids)
        {
            if (store.FindDirectory(experiment, runId) is { } directory && Read(experiment, runId, directory) is { } run)
            {
                return run;
            }
        }

        return null;
    }

    /// <summary>Active runs of an experiment, newest start first. One that MLflow would pass over is passed over.</summary>
    public IEnumerable<Run> List(string experiment) => experiments.Find(experiment) is null
        ? []
        : store.DirectoriesIn(store.FindDirectory(experiment)!)
            .Select(name => TryRead(experiment, name))
            .OfType<Run>()
            .Where(run => !run.IsDeleted)
            .OrderByDescending(run => run.StartedAt)
            .ThenBy(run => run.Id, StringComparer.Ordinal);

    private Run? TryRead(string experiment, string name)
    {
        try
        {
            return store.FindDirectory(experiment, name) is { } directory ? Read(experiment, name, directory) : null;
        }
        catch (ModelOpsException)
        {
            return null;
        }
    }

    private Run? Read(string experiment, string name, string directory)
    {
        // Logged models and tags of the experiment have directories beside the runs.
        if (MetaFile.Read(store, directory) is not { } meta || (meta["run_id"] ?? meta["run_uuid"]) != name)
        {
            return null;
        }

        var tags = ValueFiles.Read(store, Path.Combine(directory, "tags"));
        return new()
        {
            Id = name,
            ExperimentId = experiment,
            Name = meta["run_name"] ?? tags.GetValueOrDefault("mlflow.runName") ?? "",
            Status = StatusOf(meta["status"]),
            IsDeleted = meta["lifecycle_stage"] == "deleted",
            StartedAt = meta.Time("start_time") ?? DateTimeOffset.UnixEpoch,
            EndedAt = meta.Time("end_time"),
            ArtifactUri = PlaceOf(experiment, name, directory, meta["artifact_uri"]),
            Tags = tags,
            Metrics = ValueFiles.ReadMetrics(store, Path.Combine(directory, "metrics")),
            Parameters = ValueFiles.Read(store, Path.Combine(directory, "params")),
        };
    }

    // A run that logged no file has no directory for files, wherever it says that they would be.
    private string PlaceOf(string experiment, string name, string directory, string? recorded)
    {
        string[] own = [experiment, name, "artifacts"];
        return recorded is null || store.FindDirectory(own) is not null || RecordedLocation.EndsIn(recorded, own)
            ? LocalLocation.ToUri(Path.Combine(directory, "artifacts"))
            : _location.Resolve(recorded);
    }

    private static RunStatus StatusOf(string? text) => text switch
    {
        "2" or "SCHEDULED" => RunStatus.Scheduled,
        "3" or "FINISHED" => RunStatus.Finished,
        "4" or "FAILED" => RunStatus.Failed,
        "5" or "KILLED" => RunStatus.Killed,
        _ => RunStatus.Running,
    };
}
