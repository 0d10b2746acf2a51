namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of the machine the toolkit runs on (MOP40xx).</summary>
public static class HostDiagnostics
{
    /// <summary>A defect of the toolkit itself.</summary>
    public static readonly DiagnosticDescriptor Internal = new(
        "MOP4001", Severity.Error, "Internal error",
        "An error that the toolkit did not expect: a defect.",
        "Report it with the stack trace shown. A log of the run helps: set MODELOPS_DEBUG to the name of a file, run the same command again, and add that file.");

    /// <summary>The user or the host asked to stop.</summary>
    public static readonly DiagnosticDescriptor Cancelled = new(
        "MOP4002", Severity.Error, "Cancelled",
        "The run was cancelled before it was done.",
        "Run the same command again; it resumes.");

    /// <summary>A file cannot be read or written.</summary>
    public static readonly DiagnosticDescriptor FileFailed = new(
        "MOP4003", Severity.Error, "File cannot be read or written",
        "The operating system refused access to a file, or the disk is full.",
        "Check that the path is right, that this account may use it, and that the disk has room; the message carries the system's own words.");

    /// <summary>Nothing was changed because a dry run was asked for.</summary>
    public static readonly DiagnosticDescriptor DryRun = new(
        "MOP4004", Severity.Info, "Nothing was changed",
        "The verb was asked for a dry run: what it prints is what it would do.",
        "Leave --dry-run out to do it.");
}
