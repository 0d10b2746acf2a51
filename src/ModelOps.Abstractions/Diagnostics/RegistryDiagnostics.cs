namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of catalogs: registries, tracking servers and artifact stores (MOP20xx).</summary>
public static class RegistryDiagnostics
{
    /// <summary>A catalog URI that no backend serves.</summary>
    public static readonly DiagnosticDescriptor UnsupportedUri = new(
        "MOP2001", Severity.Error, "Catalog URI not supported",
        "The tracking or registry URI has a form that no backend of the toolkit serves, or not as what it is given for.",
        "Use one of the forms that the message lists.");

    /// <summary>The server cannot be reached or did not answer in time.</summary>
    public static readonly DiagnosticDescriptor Unreachable = new(
        "MOP2002", Severity.Error, "Catalog not reachable",
        "No connection to the catalog, or no answer before the deadline, after all allowed tries.",
        "Check the URI, the network and the server; then run the same command again, it resumes.");

    /// <summary>The server answered with an error.</summary>
    public static readonly DiagnosticDescriptor ServerError = new(
        "MOP2003", Severity.Error, "Catalog refused a call",
        "The catalog answered a call with an error.",
        "The message carries the server's own words; correct the cause and run the same command again.");

    /// <summary>No or wrong credentials.</summary>
    public static readonly DiagnosticDescriptor Unauthorized = new(
        "MOP2004", Severity.Error, "Not authorised",
        "The catalog answered 401, or 403 in MLflow's own words.",
        "Set the credentials that the message names, for an account that may do this.");

    /// <summary>An answer that is not what the protocol says.</summary>
    public static readonly DiagnosticDescriptor UnexpectedAnswer = new(
        "MOP2005", Severity.Error, "Answer not understood",
        "The catalog's answer is not the JSON that the MLflow REST API promises: often a proxy's sign-in or error page.",
        "Open the URI in a browser or with curl; set the URI of the MLflow server itself.");

    /// <summary>A registered model that is not there.</summary>
    public static readonly DiagnosticDescriptor ModelMissing = new(
        "MOP2006", Severity.Error, "Registered model not found",
        "The catalog has no registered model of this name.",
        "Check the name and the environment; `modelops status` lists what is there.");

    /// <summary>A model version that is not there.</summary>
    public static readonly DiagnosticDescriptor VersionMissing = new(
        "MOP2007", Severity.Error, "Model version not found",
        "The registered model has no such version, or no version carries the alias.",
        "`modelops status --model NAME` lists versions and aliases.");

    /// <summary>A version that failed or never became ready.</summary>
    public static readonly DiagnosticDescriptor VersionNotReady = new(
        "MOP2008", Severity.Error, "Model version not ready",
        "The version is not READY: its registration failed, or did not end before the deadline.",
        "Look at the version's status message in the catalog; run the same command again to resume.");

    /// <summary>An artifact location that the toolkit will not open.</summary>
    public static readonly DiagnosticDescriptor UnsafeLocation = new(
        "MOP2009", Severity.Error, "Artifact location refused",
        "The catalog names an artifact location with a scheme, host or path that the toolkit does not follow.",
        "Serve artifacts through the tracking server (mlflow-artifacts:), or from a local directory that this machine may read.");

    /// <summary>A version that never became ready has a successor.</summary>
    public static readonly DiagnosticDescriptor PendingReplaced = new(
        "MOP2012", Severity.Warning, "Pending version replaced",
        "A version of the same content and commit was left pending, by a run that was killed or by the registry, and another one counts instead of it.",
        "Nothing has to be done: the pending version carries modelops.superseded_by and is never chosen. It can be deleted.");

    /// <summary>Aliases of a registry that has none.</summary>
    public static readonly DiagnosticDescriptor AliasesMadeUp = new(
        "MOP2013", Severity.Info, "Aliases are kept as something else",
        "The registry has no aliases of its own, so the toolkit keeps them as tags of the registered model or as stages of versions.",
        "Nothing has to be done. Programs that load a model by `models:/name@alias` do not find these aliases: give them the version that `modelops status` shows.");

    /// <summary>The backend lacks what the verb needs.</summary>
    public static readonly DiagnosticDescriptor Unsupported = new(
        "MOP2010", Severity.Error, "Backend lacks a capability",
        "The verb needs something that this kind of catalog does not have.",
        "Use a catalog that has it, or leave the input out.");

    /// <summary>The embedded store cannot be opened.</summary>
    public static readonly DiagnosticDescriptor StoreUnusable = new(
        "MOP2011", Severity.Error, "Embedded store cannot be used",
        "The SQLite file is not an MLflow store of the supported schema, or cannot be written.",
        "Make file and directory writable, use a new file, or let MLflow bring the file to a supported schema (`mlflow db upgrade`).");
}
