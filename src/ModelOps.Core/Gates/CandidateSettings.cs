using ModelOps.Core.Contract;
using ModelOps.Core.Registry;

namespace ModelOps.Core.Gates;

/// <summary>Inputs that say which candidate is judged.</summary>
public abstract record CandidateSettings : VerbSettings
{
    /// <summary>Registered model, as model or catalog.schema.model.</summary>
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, Example = "churn")]
    public ModelName? Model { get; init; }

    /// <summary>Environment of modelops.yml.</summary>
    [Input("Environment of modelops.yml. Default: that of MLFLOW_TRACKING_URI, else the first.", Example = "staging")]
    public string? Environment { get; init; }

    /// <summary>Version to judge.</summary>
    [Input("Version to judge. Default: the one with --from-alias, else the newest.", Example = "7")]
    public int? Version { get; init; }

    /// <summary>Alias of the version to judge.</summary>
    [Input("Alias of the version to judge.", Example = "challenger")]
    public AliasName? FromAlias { get; init; }

    /// <summary>Package to judge instead of a version; nothing is written to the registry.</summary>
    [Input("Package to judge instead of a version; nothing is written to the registry.", Kind = InputKind.File, Example = "artifacts/churn.zip")]
    public string? Package { get; init; }

    /// <summary>Seed of everything random.</summary>
    [Input("Seed of everything random. Default: that of modelops.yml.", Example = "17")]
    public int? Seed { get; init; }

    /// <summary>Run the evaluation's command even where its predictions are kept from before.</summary>
    [Input("Run the evaluation's command even where its predictions are kept from before.")]
    public bool Refresh { get; init; }
}
