using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Check;

/// <summary>Inputs of <c>check</c>.</summary>
[Verb("check", "Checks a model directory against the rules for MLflow models.")]
public sealed record CheckSettings : VerbSettings
{
    [Input("Model directory to check: the one that holds MLmodel.", IsKnownFromModels = true, IsPositional = true, Kind = InputKind.Directory, Example = "models/churn")]
    public string? Path { get; init; }

    [Input("Repair what can be repaired safely, then check again.")]
    public bool Fix { get; init; }
}
