namespace ModelOps.Mlflow.Wire;

/// <summary>An answer that says nothing, or whose content does not matter.</summary>
internal sealed record WireNothing();
