namespace ModelOps.Core.Contract;

/// <summary>Inputs that every verb has.</summary>
public abstract record VerbSettings
{
    /// <summary>Configuration file; null means modelops.yml in the working directory or the nearest directory above it.</summary>
    [Input("Configuration file. Default: modelops.yml here or in the nearest directory above.", Kind = InputKind.File, Example = "modelops.yml")]
    public string? Config { get; init; }
}
