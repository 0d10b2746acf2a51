using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Gathering;

/// <summary>Inputs that say which candidate is judged.</summary>
public abstract record CandidateSettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, IsPositional = true, Models = ModelInput.One, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml. Default: that of MLFLOW_TRACKING_URI, else the first.", Example = "staging")]
    public string? Environment { get; init; }

    [Input("Version to judge. Default: the one with --from-alias, else the newest.", Models = ModelInput.One, Example = "7")]
    public int? Version { get; init; }

    [Input("Alias of the version to judge.", Example = "challenger")]
    public AliasName? FromAlias { get; init; }

    [Input("Model to judge instead of a version: a package, its directory, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID; nothing is written to the registry.", Models = ModelInput.One, Kind = InputKind.Model, Example = "artifacts/churn.modelpkg")]
    public string? Package { get; init; }

    [Input("Seed of everything random. Default: that of modelops.yml.", Example = "17")]
    public int? Seed { get; init; }

    [Input("Run the evaluation's command even where its predictions are kept from before.")]
    public bool Refresh { get; init; }
}
