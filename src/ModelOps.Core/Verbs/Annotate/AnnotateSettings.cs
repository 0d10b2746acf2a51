using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Annotate;

/// <summary>Inputs of <c>annotate</c>.</summary>
[Verb("annotate", "Sets tags and the description of a model version or of the registered model.")]
public sealed record AnnotateSettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, IsPositional = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.", Example = "dev")]
    public string? Environment { get; init; }

    [Input("Version to annotate. Default: the one with --from-alias, else the newest.", Example = "7")]
    public int? Version { get; init; }

    [Input("Alias that names the version to annotate.", Example = "challenger")]
    public AliasName? FromAlias { get; init; }

    [Input("Annotate the registered model itself instead of a version.")]
    public bool RegisteredModel { get; init; }

    [Input("Tags to set, as key=value; without any, and without a description, those of modelops.yml. The toolkit's own keys (modelops.*, model_validation_status) are refused.", Example = "owner=health")]
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    [Input("Description to set.", Example = "Weekly retraining")]
    public string? Description { get; init; }

    [Input("Say what would be done and change nothing.")]
    public bool DryRun { get; init; }
}
