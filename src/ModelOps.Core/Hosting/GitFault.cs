namespace ModelOps.Core.Hosting;

/// <summary>Why git has no answer. What each one is called, and what to do about it, says <see cref="GitFindings"/>.</summary>
internal enum GitFault
{
    /// <summary>No repository is at or above the directory.</summary>
    NotARepository,

    /// <summary>The repository has no commit yet.</summary>
    NoCommit,

    /// <summary>A commit is checked out, not a branch.</summary>
    NoBranch,

    /// <summary>The repository has no remote <c>origin</c>.</summary>
    NoRemote,

    /// <summary>What was asked about is no full commit hash.</summary>
    NoHash,

    /// <summary>The repository belongs to another user, and no configuration of this one allows it.</summary>
    Ownership,

    /// <summary>The clone is shallow, and what it was cut off from may be the answer.</summary>
    Shallow,

    /// <summary>The clone is partial and lacks a commit, which is not fetched.</summary>
    Partial,

    /// <summary>The clone is whole and lacks a commit.</summary>
    CommitMissing,

    /// <summary>Only the git program can answer, and there is none.</summary>
    ProgramNeeded,

    /// <summary>The repository cannot be read.</summary>
    Failed,
}
