namespace ModelOps.Core.Contract;

/// <summary>Inputs that verbs have which one call can run for several models.</summary>
public abstract record SeveralModelsSettings : VerbSettings, ISeveralModels
{
    [Input(SeveralModelsText.All, Models = ModelInput.Several)]
    public bool All { get; init; }

    [Input(SeveralModelsText.Changed, Models = ModelInput.Several)]
    public bool Changed { get; init; }

    [Input(SeveralModelsText.Base, Models = ModelInput.Several, Example = SeveralModelsText.BaseExample)]
    public string? Base { get; init; }
}
