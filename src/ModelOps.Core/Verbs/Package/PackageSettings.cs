using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Package;

/// <summary>Inputs of <c>package</c>.</summary>
[Verb("package", "Packs a model directory into a deterministic archive, or verifies one.")]
public sealed record PackageSettings : VerbSettings
{
    [Input("Model directory to pack: the one that holds MLmodel. Default: the one of modelops.yml when it lists just one model.", IsPositional = true, Kind = InputKind.Directory, Example = "models/churn")]
    public string? Path { get; init; }

    [Input("Package file to write. Default: the directory's name with .modelpkg, in the working directory.", Kind = InputKind.OutputFile, Example = "churn.modelpkg")]
    public string? Output { get; init; }

    [Input("Package file to verify instead of packing.", Kind = InputKind.File, Example = "churn.modelpkg")]
    public string? Verify { get; init; }
}
