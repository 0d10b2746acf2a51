using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Runs;

/// <summary>Tags of runs that mean something to MLflow itself.</summary>
internal static class RunTags
{
    /// <summary>The run's name, which is kept in the run as well.</summary>
    public const string Name = RunTagWrites.Name;

    /// <summary>The models that were logged, a list as JSON.</summary>
    public const string ModelHistory = "mlflow.log-model.history";
}
