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

    [Input("Which version had each alias at a time, instead of what was done: a time in ISO 8601, with an offset or Z, else UTC.", Example = "2026-11-30T12:00Z")]
    public string? At { get; init; }

    [Input("Check every entry against its seal and the chain; says the first that does not hold and ends with 3.")]
    public bool Verify { get; init; }
}
