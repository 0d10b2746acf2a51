namespace ModelOps.Core.Hosting;

/// <summary>What is being built, where and by whom. Everything may be unknown.</summary>
internal sealed record BuildInfo
{
    /// <summary>Full commit hash, lower case.</summary>
    public string? Commit { get; init; }

    /// <summary>Branch without <c>refs/heads/</c>; for a pull request the source branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Tag that is built; null for a branch.</summary>
    public string? Tag { get; init; }

    /// <summary>Why the build host is not believed; null where it is, and where there is none.</summary>
    public BuildDoubt? Doubt { get; init; }

    /// <summary>Whether only the build host says what is built.</summary>
    public bool IsUnconfirmed => Doubt is { IsUnconfirmed: true };

    /// <summary>What is built, for people.</summary>
    public string Source => Tag is { } tag ? $"tag {tag}" : Branch is { } branch ? $"branch '{branch}'" : "an unknown branch";

    /// <summary>Why git does not say the commit; null where it is known, and where a build host says it.</summary>
    public GitRefusal? CommitUnknown { get; init; }

    /// <summary>Why git does not say the branch; null where it is known, and where a build host says it.</summary>
    public GitRefusal? BranchUnknown { get; init; }

    /// <summary>URL of the repository, without credentials.</summary>
    public string? Repository { get; init; }

    /// <summary>URL of the build's page.</summary>
    public string? BuildUrl { get; init; }

    /// <summary>Number of the pull request that the build runs for.</summary>
    public string? PullRequest { get; init; }

    /// <summary>Branch that a pull request would be merged into, without <c>refs/heads/</c>.</summary>
    public string? TargetBranch { get; init; }

    /// <summary>Commit that the branch had before the push that is built.</summary>
    public string? PreviousCommit { get; init; }

    /// <summary>Who started the build.</summary>
    public string? Actor { get; init; }

    /// <summary>Whether the build runs for a pull request.</summary>
    public bool IsPullRequest { get; init; }

    /// <summary>
    /// Whether the build runs code of a pull request that people without write access may have made: one from a fork, one whose origin cannot be
    /// told, and any that runs with the rights of the target branch.
    /// </summary>
    public bool IsUntrusted { get; init; }

    /// <summary>Whether a CI host runs the build.</summary>
    public bool IsContinuousIntegration { get; init; }
}
