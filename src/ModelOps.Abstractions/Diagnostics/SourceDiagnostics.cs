namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of models that are named by where they are, of file stores, and of versions that are taken over (MOP23xx).</summary>
public static class SourceDiagnostics
{
    /// <summary>A write to a store that is only read.</summary>
    public static readonly DiagnosticDescriptor StoreReadOnly = new(
        "MOP2301", Severity.Error, "Store is read only",
        "The catalog is a file store (an mlruns directory). The toolkit takes runs and models from it and never writes to it: MLflow itself is leaving this kind of store behind, and it has no transactions.",
        "Register in a catalog that can be written, such as sqlite:///mlflow.db or an MLflow server. To take a model from a file store there, name it by --path, and the environment of the file store by --from.");

    /// <summary>A file store that is not one, or is damaged.</summary>
    public static readonly DiagnosticDescriptor StoreUnreadable = new(
        "MOP2302", Severity.Error, "File store cannot be read",
        "The directory of a file: URI is not there, or one of its files does not have MLflow's form.",
        "Name the directory that MLflow wrote, the one with a directory for each experiment; the message says which file is wrong.");

    /// <summary>A text that begins like a reference and is none.</summary>
    public static readonly DiagnosticDescriptor NotAReference = new(
        "MOP2303", Severity.Error, "Model reference not understood",
        "A text begins with runs:/ or models:/ and names neither a path of a run, nor a version, an alias or a logged model.",
        "Write runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID; stages and 'latest' are not taken, because they mean another model tomorrow.");

    /// <summary>A place without a model.</summary>
    public static readonly DiagnosticDescriptor NoModel = new(
        "MOP2304", Severity.Error, "No model in this place",
        "The run, logged model or version that a reference names is not there, or has no files with an MLmodel among them.",
        "Check the ID and the path, and the environment in which the reference is looked up; the message says what is there.");

    /// <summary>A model that is larger than the place for it.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "MOP2305", Severity.Error, "Model does not fit",
        "The files of a model, as the catalog lists them, are more than the disk has room for, or more than a model can have.",
        "Set TMPDIR (TEMP on Windows) to a directory with more room. If the list cannot be true, ask who serves it.");

    /// <summary>An output directory with other content.</summary>
    public static readonly DiagnosticDescriptor OutputTaken = new(
        "MOP2306", Severity.Error, "Output directory is taken",
        "The directory to write a model to holds something else than this model.",
        "Name another directory, or empty this one.");

    /// <summary>Nothing says what the files must be.</summary>
    public static readonly DiagnosticDescriptor DigestNotRecorded = new(
        "MOP2307", Severity.Warning, "Digest not recorded",
        "The files were taken as the catalog serves them: a version that was not registered by the toolkit, and every run, has no digest to compare them with.",
        "Take the version over with `modelops adopt`, or register the model, to have its digest recorded.");

    /// <summary>Nobody knows where a version comes from.</summary>
    public static readonly DiagnosticDescriptor ProvenanceUnknown = new(
        "MOP2308", Severity.Warning, "Provenance unknown",
        "The version was registered by something else, so no commit, branch or build is recorded for it. Adopting says what its bytes are, not where they come from.",
        "Nothing has to be done. Its commit stays unknown: where an alias has a version with a commit, moving it needs --allow-older.");

    /// <summary>An adopted version without a key.</summary>
    public static readonly DiagnosticDescriptor SameContent = new(
        "MOP2309", Severity.Info, "Another version has this content",
        "Of several versions with one content and no commit only one can carry the key that register looks for; this version is adopted without it.",
        "Nothing has to be done: it can be validated, promoted and given aliases as any other.");

    /// <summary>A training that left more than one model.</summary>
    public static readonly DiagnosticDescriptor SeveralModels = new(
        "MOP2310", Severity.Warning, "Training logged more than one model",
        "The training logged several runs or models, so it cannot be told which one is meant.",
        "Give the reference of the one that is meant to --path; the message lists them. To have it told, log one model, or name it `model`.");

    /// <summary>What a training logged cannot be read.</summary>
    public static readonly DiagnosticDescriptor RunUnread = new(
        "MOP2311", Severity.Warning, "What the training logged cannot be read",
        "The training ended well, but the catalog does not say which run it logged, so the outputs run and model-uri are empty.",
        "Look at the message; name the model by --path runs:/RUN/PATH.");
}
