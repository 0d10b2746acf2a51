using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Which experiment a dataset that a run used belongs to.</summary>
internal static class DatasetOwner
{
    /// <summary>The experiment of the run; in MLflow 2.22 another one where that has the same dataset already and the run's has not.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="experimentId">Experiment of the run.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="behavior">The release.</param>
    public static long Find(StoreConnection connection, long experimentId, DatasetInput dataset, Behavior behavior) =>
        behavior == Behavior.Mlflow2
        && connection.Scalar(
            "SELECT experiment_id FROM datasets WHERE name = $name AND digest = $digest ORDER BY experiment_id = $experiment DESC, rowid LIMIT 1",
            ("$name", dataset.Name), ("$digest", dataset.Digest), ("$experiment", experimentId)) is long owner
            ? owner
            : experimentId;
}
