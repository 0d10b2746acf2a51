using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Pull;

/// <summary>Inputs of <c>pull</c>.</summary>
[Verb("pull", "Writes the verified files of a version, or of a model that is named by where it is, to a directory.")]
public sealed record PullSettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model; not used with --path.", Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.", Example = "prod")]
    public string? Environment { get; init; }

    [Input("Version to take.", Example = "7")]
    public int? Version { get; init; }

    [Input("Alias of the version to take.", Example = "champion")]
    public AliasName? Alias { get; init; }

    [Input("Model to take instead of a version: a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID.", IsPositional = true, Kind = InputKind.Model, Example = "models:/churn@champion")]
    public string? Path { get; init; }

    [Input("Directory to write; it appears complete or not at all. One that is there must be empty, or hold the same content.", Kind = InputKind.OutputDirectory, Example = "build/churn")]
    public required string Output { get; init; }
}
