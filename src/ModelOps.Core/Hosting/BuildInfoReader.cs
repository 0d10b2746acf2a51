using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads what is being built from the host's variables, and from git where the host is silent.</summary>
internal static class BuildInfoReader
{
    public static async Task<BuildInfo> ReadAsync(IEnvironment environment, string workingDirectory, CancellationToken cancellationToken)
    {
        if (BuildHosts.IsGitHub(environment))
        {
            return GitHubBuild.Read(environment);
        }

        return BuildHosts.IsAzure(environment)
            ? AzureBuild.Read(environment)
            : await ReadLocalAsync(new(workingDirectory), environment, cancellationToken);
    }

    /// <summary>Whether the build is of people who may not have the machine's secrets; only a build host knows.</summary>
    public static bool IsUntrusted(IEnvironment environment) =>
        BuildHosts.IsGitHub(environment) ? GitHubBuild.Read(environment).IsUntrusted
        : BuildHosts.IsAzure(environment) && AzureBuild.Read(environment).IsUntrusted;

    private static async Task<BuildInfo> ReadLocalAsync(GitRepository git, IEnvironment environment, CancellationToken cancellationToken)
    {
        var commit = git.HeadCommitAsync(cancellationToken);
        var branch = git.BranchAsync(cancellationToken);
        var repository = git.RemoteUrlAsync(cancellationToken);
        await Task.WhenAll(commit, branch, repository);
        return new()
        {
            Commit = await commit,
            // Other build hosts check a commit out, not a branch; what git itself says counts first.
            Branch = await branch ?? (environment.Get("MODELOPS_BRANCH") is { Length: > 0 } named ? named : null),
            Repository = await repository,
            Actor = environment.Get("USER") ?? environment.Get("USERNAME") ?? Environment.UserName,
            IsContinuousIntegration = environment.Get("CI") == "true",
        };
    }
}
