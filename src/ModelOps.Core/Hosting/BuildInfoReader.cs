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
        var head = await git.ReadHeadAsync(cancellationToken);

        // Other build hosts check a commit out, not a branch; what git itself says counts first.
        var named = environment.Get("MODELOPS_BRANCH") is { Length: > 0 } variable ? variable : null;
        return new()
        {
            Commit = head.Commit.OrNull(),
            CommitUnknown = head.Commit.Refusal,
            Branch = head.Branch.OrNull() ?? named,
            BranchUnknown = named is null ? head.Branch.Refusal : null,
            Repository = head.Remote.OrNull(),
            Actor = environment.Get("USER") ?? environment.Get("USERNAME") ?? NameOfSystem(),
            IsContinuousIntegration = environment.Get("CI") == "true",
        };
    }

    // A container may run as a user whom nothing names, and lack the list of names itself.
    private static string? NameOfSystem()
    {
        try
        {
            return Environment.UserName;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
