using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Inputs of <c>promote</c>.</summary>
[Verb("promote", "Copies a model version to another environment and moves an alias to it.")]
public sealed record PromoteSettings : VerbSettings
{
    [Input("Registered model, as model or catalog.schema.model.", IsKnownFromModels = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Environment of modelops.yml to promote to.", IsPositional = true, Example = "prod")]
    public required string To { get; init; }

    [Input("Environment to promote from. Default: the one before the target in modelops.yml.", Example = "staging")]
    public string? From { get; init; }

    [Input("Version to promote. Default: the one with --from-alias, else the newest.", Example = "7")]
    public int? Version { get; init; }

    [Input("Alias in the source environment that names the version to promote.", Example = "challenger")]
    public AliasName? FromAlias { get; init; }

    [Input("Package that a merge would release, instead of a version: for the plan of a pull request, so only with --dry-run.", Kind = InputKind.File, Example = "churn.modelpkg")]
    public string? Package { get; init; }

    [Input("Alias to move in the target environment. Default: the branch policy's, else champion.", Example = "champion")]
    public AliasName? Alias { get; init; }

    [Input("Allow a version of an older commit to replace a newer one.")]
    public bool AllowOlder { get; init; }

    [Input("Allow a version to become champion whose validation left that to a canary or a person.")]
    public bool AllowUndecided { get; init; }

    [Input("Promote content that was rolled back in the target environment, and let it come back.")]
    public bool AllowRolledBack { get; init; }

    [Input("End well and change nothing where the version that --version or --from-alias names has content that was rolled back in the target environment: for pipelines that follow an alias.")]
    public bool SkipRolledBack { get; init; }

    [Input("Seconds to wait for the version to become ready.")]
    public int ReadyTimeout { get; init; } = 300;

    [Input("Print the plan and change nothing.")]
    public bool DryRun { get; init; }
}
