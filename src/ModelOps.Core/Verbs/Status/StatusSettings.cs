using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Status;

/// <summary>Inputs of <c>status</c>.</summary>
[Verb("status", "Shows versions and aliases in every environment.")]
public sealed record StatusSettings : SeveralModelsSettings
{
    [Input("Registered model, as model or catalog.schema.model. Default: all.", IsPositional = true, Models = ModelInput.One, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml to look at. Default: all.", Example = "prod")]
    public string? Environment { get; init; }
}
