namespace ModelOps.Sandbox.Protocol;

/// <summary>The MLflow release whose answers are given.</summary>
internal enum Behavior
{
    /// <summary>2.22.</summary>
    Mlflow2,

    /// <summary>3.11.</summary>
    Mlflow3,
}
