namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of calls for several models of modelops.yml (MOP012x).</summary>
public static class SeriesDiagnostics
{
    /// <summary>A model that modelops.yml does not list.</summary>
    public static readonly DiagnosticDescriptor NotListed = new(
        "MOP0120", Severity.Error, "Model not in modelops.yml",
        "A call names a model that modelops.yml does not list, or asks for all of its models where it lists none.",
        "Correct the name, or add the model under `models` of modelops.yml.");

    /// <summary>No model has changed.</summary>
    public static readonly DiagnosticDescriptor NothingChanged = new(
        "MOP0121", Severity.Info, "No model has changed",
        "--changed was asked for, and no model of modelops.yml differs from the base: there was nothing to do.",
        "Nothing has to be done. --all takes every model; --base names another commit or branch to compare with.");

    /// <summary>Nobody can say what has changed.</summary>
    public static readonly DiagnosticDescriptor BaseUnknown = new(
        "MOP0122", Severity.Warning, "What has changed is not known",
        "--changed was asked for, and the commit to compare with is not in this clone, or there is none. All models run: one too many does no harm, one too few is not noticed.",
        "Fetch all commits (fetch-depth: 0 on GitHub, fetchDepth: 0 on Azure), or name a commit or branch that is there with --base.");

    /// <summary>Why a model runs.</summary>
    public static readonly DiagnosticDescriptor Changed = new(
        "MOP0123", Severity.Info, "Model has changed",
        "--changed takes a model because of what the message names: files, its section of modelops.yml, or what modelops.yml says for all models.",
        "Nothing has to be done.");
}
