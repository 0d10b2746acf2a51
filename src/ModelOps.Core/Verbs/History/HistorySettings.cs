using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.History;

/// <summary>Inputs of <c>history</c>.</summary>
[Verb("history", "Shows what was done to a registered model, newest first, from the ledger.")]
public sealed record HistorySettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, IsPositional = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml to look at. Default: all.", Example = "prod")]
    public string? Environment { get; init; }

    [Input("Number of entries to show for an environment.")]
    public int Limit { get; init; } = 20;
}
