namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of what git cannot answer (MOP4005 to MOP4011). That a clone is shallow is <see cref="ReleaseDiagnostics.OrderUnknown"/>.</summary>
public static class GitDiagnostics
{
    /// <summary>The checkout belongs to another user.</summary>
    public static readonly DiagnosticDescriptor Ownership = new(
        "MOP4005", Severity.Error, "Git refuses the checkout of another user",
        "The checkout belongs to another user than the one that runs the command, as in a container job that runs as root; git reads no repository that its owner could have set a trap in.",
        "Run `git config --global --add safe.directory PATH`, with the path that the message names, in a step before; or run as the owner of the checkout (`options: --user` of a container).");

    /// <summary>There is no repository.</summary>
    public static readonly DiagnosticDescriptor NotARepository = new(
        "MOP4006", Severity.Error, "Not a git repository",
        "Neither the directory nor one above it has a repository in `.git`. A bare repository that lies there as ordinary files is not taken.",
        "Run in a checkout: check the repository out in this job, and do not leave `.git` out of what is copied into a container or handed on between jobs.");

    /// <summary>The repository is new.</summary>
    public static readonly DiagnosticDescriptor NoCommit = new(
        "MOP4007", Severity.Error, "Repository has no commit",
        "The repository was made but has no commit yet.",
        "Commit, or check out the repository that the model is in.");

    /// <summary>A whole clone lacks the commit.</summary>
    public static readonly DiagnosticDescriptor CommitMissing = new(
        "MOP4008", Severity.Error, "Commit is not in the repository",
        "The clone has its whole history, and one of the two commits is not in it: it was force-pushed away, belongs to a branch that was not fetched, or is of another repository.",
        "Run in the repository that the versions were built from (tag modelops.repository), and fetch the commit: `git fetch origin COMMIT`. Where it was force-pushed away, keep it with a branch or a tag.");

    /// <summary>A partial clone lacks the commit.</summary>
    public static readonly DiagnosticDescriptor PartialClone = new(
        "MOP4009", Severity.Error, "Partial clone lacks a commit",
        "The clone was made with a filter and lacks a commit; the toolkit has nothing fetched, because git would run commands of the repository's configuration for that.",
        "Fetch the commit: `git fetch origin COMMIT`; or clone without a filter.");

    /// <summary>Only the git program can read the repository.</summary>
    public static readonly DiagnosticDescriptor ProgramNeeded = new(
        "MOP4010", Severity.Error, "The git program is needed",
        "libgit2, which comes with the toolkit, does not read this repository (SHA-256, reftable or a newer extension, a variable such as GIT_DIR) or has no build for this platform, and PATH has no git program.",
        "Install git in the image of the job, in a directory that PATH names with its full path.");

    /// <summary>The repository cannot be read.</summary>
    public static readonly DiagnosticDescriptor Failed = new(
        "MOP4011", Severity.Error, "Repository cannot be read",
        "Git found the repository and failed to read it: it is damaged, or was made by a newer git than the one here. The message has git's own words.",
        "Check it with `git fsck`, clone it anew, or install a newer git.");
}
