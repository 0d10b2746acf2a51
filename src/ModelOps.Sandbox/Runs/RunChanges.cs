using System.Globalization;
using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Makes, changes and deletes runs.</summary>
internal static class RunChanges
{
    // What a real server says to a run without experiment.
    private const string NoExperiment =
        "(raised as a result of Query-invoked autoflush; consider using a session.no_autoflush block if this flush is occurring prematurely)\n"
        + "(sqlite3.IntegrityError) FOREIGN KEY constraint failed";

    /// <summary>Adds a run.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="experimentId">Identity of its experiment, as it was sent.</param>
    /// <param name="request">The request.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="behavior">The release.</param>
    public static WireRun Insert(StoreConnection connection, string experimentId, Message request, string id, Behavior behavior)
    {
        var experiment = ExperimentState.RequireActive(connection, experimentId.Length == 0 ? 0 : ExperimentId.Parse(experimentId, behavior));
        var draft = RunDraft.Of(request);
        if (experimentId.Length == 0)
        {
            throw new MlflowFault(ErrorCode.BadRequest, NoExperiment);
        }

        var location = ArtifactLocation.OfRun(experiment.Location, id);
        RunWrites.Insert(connection, new(id, experiment.Id, draft.Name, draft.UserId, draft.StartTime, location));
        foreach (var tag in draft.Tags)
        {
            RunTagWrites.Add(connection, id, tag.Key, tag.Value);
        }

        var info = new WireRunInfo
        {
            RunUuid = id,
            ExperimentId = experiment.Id.ToString(CultureInfo.InvariantCulture),
            RunName = draft.Name,
            UserId = draft.UserId,
            Status = "RUNNING",
            StartTime = draft.StartTime,
            ArtifactUri = location,
            LifecycleStage = "active",
        };
        return new(info, new(Metrics: null, Params: null, draft.Tags), new(DatasetInputs: null, ModelInputs: null), Outputs: null);
    }

    /// <summary>Changes what was sent of a run that is not deleted.</summary>
    public static WireRunInfo Update(StoreConnection connection, string runId, string? status, long? endTime, string? name)
    {
        RunState.RequireActive(connection, runId);
        RunWrites.Update(connection, runId, status, endTime, name);
        return RunReader.FindInfo(connection, runId)!;
    }

    /// <summary>Deletes a run, or takes its deletion back.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="deletedAt">When it was deleted, in epoch milliseconds; null to take it back.</param>
    public static void SetDeleted(StoreConnection connection, string runId, long? deletedAt)
    {
        if (!RunWrites.SetDeleted(connection, runId, deletedAt))
        {
            throw RunState.NotFound(runId);
        }
    }
}
