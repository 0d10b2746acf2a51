namespace ModelOps.Core.Contract;

/// <summary>Inputs that every verb has.</summary>
public abstract record VerbSettings
{
    [Input("Configuration file. Default: modelops.yml here or in the nearest directory above.", Kind = InputKind.File, Example = "modelops.yml")]
    public string? Config { get; init; }
}
