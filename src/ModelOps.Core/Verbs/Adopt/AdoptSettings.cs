using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Adopt;

/// <summary>Inputs of <c>adopt</c>.</summary>
[Verb("adopt", "Takes over versions that something else registered: reads their bytes and records the digest.")]
public sealed record AdoptSettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, IsPositional = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.", Example = "prod")]
    public string? Environment { get; init; }

    [Input("Version to take over.", Example = "7")]
    public int? Version { get; init; }

    [Input("Alias of the version to take over; the ledger gets an entry that the version has it, so that a rollback may go back to it.", Example = "champion")]
    public AliasName? Alias { get; init; }

    [Input("Take over every version that is READY, oldest first; the others go on when one cannot be taken.")]
    public bool All { get; init; }

    [Input("Say which versions would be taken over; read no files and change nothing.")]
    public bool DryRun { get; init; }
}
