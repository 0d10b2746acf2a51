using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Register;

/// <summary>Inputs of <c>register</c>.</summary>
[Verb("register", "Registers a packaged model as a new version of a registered model.")]
public sealed record RegisterSettings : SeveralModelsSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, Models = ModelInput.One, Example = "staging.fraud.scorer")]
    public ModelName? Model { get; init; }

    [Input("Package to register, as written by package; --path takes one too. Default: the model of modelops.yml.", Models = ModelInput.One, Kind = InputKind.File, Example = "churn.modelpkg")]
    public string? Package { get; init; }

    [Input("Model to register instead of a package: its directory, a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID; what is no package yet is packed first. References are looked up in the environment of --from.", IsPositional = true, Models = ModelInput.One, Kind = InputKind.Model, Example = "runs:/0123456789abcdef0123456789abcdef/model")]
    public string? Path { get; init; }

    [Input("Environment of modelops.yml to register in. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.", Example = "dev")]
    public string? Environment { get; init; }

    [Input("Environment in which the reference of --path is looked up. Default: that of --environment.", Example = "training")]
    public string? From { get; init; }

    [Input("Alias to give the version.", Example = "challenger")]
    public AliasName? Alias { get; init; }

    [Input("Allow the alias to move from a newer commit to an older one.")]
    public bool AllowOlder { get; init; }

    [Input("Register content that was rolled back in this environment, and let it come back.")]
    public bool AllowRolledBack { get; init; }

    [Input("Register a new version without the rules of check; credentials, pointers in the place of files and unsafe names are refused all the same.")]
    public bool NoCheck { get; init; }

    [Input("Tags for a new version, as key=value, before those of modelops.yml; a version that is there already keeps its own. The toolkit's own keys (modelops.*, model_validation_status) are never taken from a call.", Example = "team=fraud")]
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    [Input("Description of a new version; a version that is there already keeps its own.", Example = "Weekly retraining")]
    public string Description { get; init; } = "";

    [Input("Digest that the package must have, as package gave it in the job that checked and tested it; another one is refused before anything is written.", Models = ModelInput.One, Example = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public string? ExpectDigest { get; init; }

    [Input("Seconds to wait for the version to become ready.")]
    public int ReadyTimeout { get; init; } = 300;

    [Input("Say what would be done and change nothing.")]
    public bool DryRun { get; init; }
}
