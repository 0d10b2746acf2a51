using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Clean;

/// <summary>Inputs of <c>clean</c>.</summary>
[Verb("clean", "Removes what tests left in a catalog, once its tag modelops.expires says so.")]
public sealed record CleanSettings : VerbSettings
{
    [Input("Environment of modelops.yml to clean. Default: all.", IsPositional = true, Example = "staging")]
    public string? Environment { get; init; }

    [Input("Say what would be done and change nothing.")]
    public bool DryRun { get; init; }
}
