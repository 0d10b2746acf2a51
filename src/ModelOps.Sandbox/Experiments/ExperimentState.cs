using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Experiments;

/// <summary>What has to be known of an experiment before something is done to it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Location">Where its artifacts are.</param>
/// <param name="Stage">Active or deleted.</param>
internal sealed record ExperimentState(long Id, string Location, string Stage)
{
    /// <summary>An experiment, deleted or not.</summary>
    /// <exception cref="MlflowFault">There is none.</exception>
    public static ExperimentState Require(StoreConnection connection, long id)
    {
        var rows = connection.Query(
            "SELECT artifact_location, lifecycle_stage FROM experiments WHERE experiment_id = $id",
            row => new ExperimentState(id, row.Text(0), row.Text(1)),
            ("$id", id));
        return rows.Count == 1 ? rows[0] : throw ExperimentId.NotFound(id);
    }

    /// <summary>An experiment that is not deleted.</summary>
    /// <exception cref="MlflowFault">There is none, or it is deleted.</exception>
    public static ExperimentState RequireActive(StoreConnection connection, long id)
    {
        var found = Require(connection, id);
        return found.Stage == ExperimentWrites.Active
            ? found
            : throw MlflowFault.Invalid($"The experiment {id} must be in the 'active' state. Current state is {found.Stage}.");
    }
}
