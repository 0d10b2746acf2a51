using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>What has to be known of a run before something is logged to it.</summary>
internal static class RunState
{
    /// <summary>Requires a run that is not deleted.</summary>
    /// <returns>Identity of its experiment.</returns>
    /// <exception cref="MlflowFault">There is none, or it is deleted.</exception>
    public static long RequireActive(StoreConnection connection, string runId)
    {
        var rows = connection.Query(
            "SELECT experiment_id, lifecycle_stage FROM runs WHERE run_uuid = $run",
            row => (Experiment: row.GetInt64(0), Stage: row.Text(1)),
            ("$run", runId));
        var (experiment, stage) = rows.Count == 1 ? rows[0] : throw NotFound(runId);
        return stage == "active"
            ? experiment
            : throw MlflowFault.Invalid($"The run {runId} must be in the 'active' state. Current state is {stage}.");
    }

    /// <summary>Says that there is no such run.</summary>
    public static MlflowFault NotFound(string runId) => MlflowFault.Missing($"Run with id={runId} not found");
}
