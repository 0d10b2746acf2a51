using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Runs;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Where a run keeps its artifacts.</summary>
internal static class RunLocation
{
    /// <exception cref="MlflowFault">There is no such run.</exception>
    public static string Get(StoreConnection connection, string runId) =>
        connection.Scalar("SELECT artifact_uri FROM runs WHERE run_uuid = $run", ("$run", runId)) as string
        ?? throw RunState.NotFound(runId);
}
