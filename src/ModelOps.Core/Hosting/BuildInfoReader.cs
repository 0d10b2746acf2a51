namespace ModelOps.Core.Hosting;

/// <summary>Reads what is being built from the host's variables, and from git where the host is silent.</summary>
internal static class BuildInfoReader
{
    public static async Task<BuildInfo> ReadAsync(IEnvironment environment, string workingDirectory, CancellationToken cancellationToken)
    {
        var git = new GitRepository(workingDirectory);
        if (BuildHosts.IsGitHub(environment))
        {
            return GitHubBuild.Read(environment);
        }

        return BuildHosts.IsAzure(environment)
            ? AzureBuild.Read(environment)
            : await ReadLocalAsync(git, environment, cancellationToken);
    }

    private static async Task<BuildInfo> ReadLocalAsync(GitRepository git, IEnvironment environment, CancellationToken cancellationToken) => new()
    {
        Commit = await git.HeadCommitAsync(cancellationToken),
        Branch = await git.BranchAsync(cancellationToken),
        Repository = await git.RemoteUrlAsync(cancellationToken),
        Actor = environment.Get("USER") ?? environment.Get("USERNAME") ?? Environment.UserName,
        IsContinuousIntegration = environment.Get("CI") == "true",
    };
}
