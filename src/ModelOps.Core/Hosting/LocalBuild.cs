using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>What is built where no build host says it: what git says of the tree that is there.</summary>
internal static class LocalBuild
{
    /// <summary>The build of a tree.</summary>
    public static BuildInfo Of(IEnvironment environment, GitHead head)
    {
        // Other build hosts check a commit out, not a branch; what git itself says counts first.
        var named = environment.Get("MODELOPS_BRANCH") is { Length: > 0 } variable ? variable : null;
        var tag = head.Branch.OrNull() is null && named is not null ? BranchName.TagFromReference(named) : null;
        return new()
        {
            Commit = head.Commit.OrNull(),
            CommitUnknown = head.Commit.Refusal,
            Branch = head.Branch.OrNull() ?? (tag is null ? named : null),
            Tag = tag,
            BranchUnknown = named is null ? head.Branch.Refusal : null,
            Repository = head.Remote.OrNull(),
            Actor = environment.Get("USER") ?? environment.Get("USERNAME") ?? NameOfSystem(),
            IsContinuousIntegration = environment.Get("CI") == "true",
        };
    }

    /// <summary>The build of a model: the tree that holds it counts, and before it what a package was made from.</summary>
    public static BuildInfo Of(IEnvironment environment, TreeWitness rules, TreeWitness? model, string? recorded)
    {
        var build = Of(environment, (model is { IsAbsent: false } ? model : rules).Head);
        return recorded is null || recorded == build.Commit ? build : build with
        {
            Commit = recorded,
            CommitUnknown = null,
            Branch = null,
            Tag = null,
            BranchUnknown = GitRefusal.OfPackage(recorded),
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
