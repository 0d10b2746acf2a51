using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Gathering;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Inputs of <c>validate</c>.</summary>
[Verb("validate", "Runs the gates on a model version, writes the verdict, and makes it challenger when it passes.", IsCommented = true)]
public sealed record ValidateSettings : CandidateSettings, ISeveralModels
{
    [Input("Alias that a version gets when it passes.", Example = "challenger")]
    public AliasName Alias { get; init; } = AliasName.Challenger;

    [Input("Allow the alias to move from a newer commit to an older one.")]
    public bool AllowOlder { get; init; }

    [Input("Directory for the reports. Default: .modelops/validation beside modelops.yml. With several models, each has a directory of its own below.", Kind = InputKind.OutputFile, Example = "artifacts/validation")]
    public string? Output { get; init; }

    [Input("Run the gates and write nothing to the registry.")]
    public bool DryRun { get; init; }

    [Input(SeveralModelsText.All, Models = ModelInput.Several)]
    public bool All { get; init; }

    [Input(SeveralModelsText.Changed, Models = ModelInput.Several)]
    public bool Changed { get; init; }

    [Input(SeveralModelsText.Base, Models = ModelInput.Several, Example = SeveralModelsText.BaseExample)]
    public string? Base { get; init; }
}
