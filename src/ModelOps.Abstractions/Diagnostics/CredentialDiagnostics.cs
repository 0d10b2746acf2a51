namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of signing in (MOP21xx).</summary>
public static class CredentialDiagnostics
{
    /// <summary>A way of signing in that only MLflow's Python client has.</summary>
    public static readonly DiagnosticDescriptor PluginIgnored = new(
        "MOP2101", Severity.Warning, "Sign-in plugin not used",
        "MLFLOW_TRACKING_AUTH names a plugin of MLflow's Python client that signs requests. The toolkit cannot run it and calls the server without it.",
        "Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, for the toolkit; leave MLFLOW_TRACKING_AUTH out where it runs.");

    /// <summary>A file of credentials that is not understood.</summary>
    public static readonly DiagnosticDescriptor FileNotUnderstood = new(
        "MOP2102", Severity.Error, "Credentials file not understood",
        "A file with credentials cannot be read, or has a line that its reader in Python refuses or that the toolkit does not support.",
        "Correct the line that the message names, remove the file, or set the variables, which count before the file.");

    /// <summary>A file of credentials that others can read.</summary>
    public static readonly DiagnosticDescriptor FileOpenToOthers = new(
        "MOP2103", Severity.Warning, "Credentials file open to others",
        "A file with credentials can be read by other users of this machine.",
        "Take the right to read from all others: `chmod 600`. If the machine is shared, change the password, too.");

    /// <summary>A token that should be minted and cannot be had.</summary>
    public static readonly DiagnosticDescriptor NoToken = new(
        "MOP2104", Severity.Error, "No token to sign in with",
        "Calls need a token that is given out for a time, and it was not given out, or no header can carry what was.",
        "The message carries the reason; correct it and run the same command again, it resumes.");
}
