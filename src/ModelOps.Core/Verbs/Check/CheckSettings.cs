using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Check;

/// <summary>Inputs of <c>check</c>.</summary>
[Verb("check", "Checks a model directory against the rules for MLflow models.")]
public sealed record CheckSettings : SeveralModelsSettings
{
    [Input("Model to check: its directory, a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID.", IsKnownFromModels = true, IsPositional = true, Models = ModelInput.One, Kind = InputKind.Model, Example = "models/churn")]
    public string? Path { get; init; }

    [Input("Model of modelops.yml, by its name, whose directory is checked unless path says another place.", Models = ModelInput.One, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml in which runs:/ and models:/ are looked up. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.", Example = "dev")]
    public string? Environment { get; init; }

    [Input("Repair what can be repaired safely, then check again.")]
    public bool Fix { get; init; }
}
