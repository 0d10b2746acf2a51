namespace ModelOps.Store.Tests;

/// <summary>A test with a real MLflow. Skipped, by name, unless MODELOPS_MLFLOW_PYTHON is a Python that can import mlflow 3.11.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealMlflowFactAttribute : FactAttribute
{
    public const string Variable = "MODELOPS_MLFLOW_PYTHON";

    public RealMlflowFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"{Variable} is not set: it names a Python that can import mlflow 3.11.";
        }
    }
}
