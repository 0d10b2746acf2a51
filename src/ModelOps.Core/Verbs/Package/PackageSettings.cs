using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Package;

/// <summary>Inputs of <c>package</c>.</summary>
[Verb("package", "Packs a model directory into a deterministic archive, or verifies one.")]
public sealed record PackageSettings : SeveralModelsSettings
{
    [Input("Model to pack: its directory, a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID. Default: the one of modelops.yml when it lists just one model.", IsPositional = true, Models = ModelInput.One, Kind = InputKind.Model, Example = "models/churn")]
    public string? Path { get; init; }

    [Input("Model of modelops.yml, by its name, whose directory is packed unless path says another place.", Models = ModelInput.One, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml in which runs:/ and models:/ are looked up. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.", Example = "dev")]
    public string? Environment { get; init; }

    [Input("Package file to write. Default: the name of the directory or model with .modelpkg, in the working directory.", Models = ModelInput.One, Kind = InputKind.OutputFile, Example = "churn.modelpkg")]
    public string? Output { get; init; }

    [Input("Package file to verify instead of packing.", Models = ModelInput.One, Kind = InputKind.File, Example = "churn.modelpkg")]
    public string? Verify { get; init; }
}
