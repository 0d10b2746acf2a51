using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads what is being built from the host's variables, and from git.</summary>
internal static class BuildInfoReader
{
    /// <summary>What the host says, or git where there is none: for questions that move nothing.</summary>
    public static async Task<BuildInfo> ReadAsync(IEnvironment environment, string workingDirectory, CancellationToken cancellationToken) =>
        ReadClaim(environment) ?? LocalBuild.Of(environment, await new GitRepository(workingDirectory).ReadHeadAsync(cancellationToken));

    /// <summary>All that says what is built.</summary>
    /// <param name="environment">Environment variables.</param>
    /// <param name="rules">Directory of modelops.yml, or the working directory.</param>
    /// <param name="place">Directory that the model or its package is in; null where the call names no files.</param>
    /// <param name="cancellationToken">Ends the questions to git.</param>
    public static async Task<BuildWitnesses> ReadWitnessesAsync(IEnvironment environment, string rules, string? place, CancellationToken cancellationToken)
    {
        var claim = ReadClaim(environment);
        var expected = claim is null ? ExpectedCommit.None : Expect(claim, environment);
        var tree = await TreeReader.ReadAsync(rules, expected, cancellationToken);
        var model = place is null ? null
            : GitPlace.FindTop(place) is { } top && top == GitPlace.FindTop(rules) ? tree
            : await TreeReader.ReadAsync(place, expected, cancellationToken);
        return new(environment, claim, expected, tree, model);
    }

    /// <summary>Whether the build is of people who may not have the machine's secrets; only a build host knows.</summary>
    public static bool IsUntrusted(IEnvironment environment) => ReadClaim(environment) is { IsUntrusted: true };

    private static BuildInfo? ReadClaim(IEnvironment environment) =>
        BuildHosts.IsGitHub(environment) ? GitHubBuild.Read(environment)
        : BuildHosts.IsAzure(environment) ? AzureBuild.Read(environment)
        : null;

    private static ExpectedCommit Expect(BuildInfo claim, IEnvironment environment) => new(
        environment.Get(BuildHosts.IsGitHub(environment) ? GitHubBuild.CommitVariable : AzureBuild.CommitVariable)?.ToLowerInvariant(),
        claim.IsPullRequest ? claim.Commit : null);
}
