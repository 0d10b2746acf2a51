using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Show;

/// <summary>Inputs of <c>show</c>.</summary>
[Verb("show", "Shows one version of a registered model; a pipe gets its number alone.")]
public sealed record ShowSettings : VerbSettings
{
    [Input("Version to show: model@alias, model/number, or the model alone for its newest version; models:/ may stand before it.", IsPositional = true, Example = "churn@champion")]
    public required string Reference { get; init; }

    [Input("Environment of modelops.yml to look in. Default: that of MLFLOW_TRACKING_URI, else the first.", Example = "prod")]
    public string? Environment { get; init; }
}
