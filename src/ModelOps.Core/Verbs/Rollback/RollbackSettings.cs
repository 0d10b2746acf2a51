using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Inputs of <c>rollback</c>.</summary>
[Verb("rollback", "Moves an alias back to the version it had before its last move.")]
public sealed record RollbackSettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, IsPositional = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml to roll back in.", Example = "prod")]
    public required string Environment { get; init; }

    [Input("Why; kept in the ledger.", Example = "recall dropped for new customers")]
    public required string Reason { get; init; }

    [Input("Alias to move back.")]
    public AliasName Alias { get; init; } = AliasName.Champion;

    [Input("Go back to a version that the ledger does not vouch for, because its entries are gone, it has no digest or it failed since; the ledger keeps what was passed over.")]
    public bool Force { get; init; }

    [Input("Say what would be done and change nothing.")]
    public bool DryRun { get; init; }
}
