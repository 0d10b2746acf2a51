using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>Says which branch may promote where.</summary>
internal static class BranchPolicy
{
    /// <summary>
    /// Judges an alias that is moved without a promotion; environments that no rule names are free. A build whose tree is not the one that its host
    /// names is refused whatever the rules say: they are read from that tree.
    /// </summary>
    /// <param name="configuration">Configuration with the branch rules.</param>
    /// <param name="build">The build.</param>
    /// <param name="environment">Environment of the alias.</param>
    /// <returns>The refusal, if there is one.</returns>
    public static Diagnostic? JudgeAlias(ToolkitConfiguration configuration, BuildInfo build, string environment) =>
        build.Doubt is { } doubt ? doubt.Finding
        : configuration.Branches.Any(rule => rule.Environment == environment) ? Judge(configuration, build, environment).Refusal : null;

    /// <summary>Judges a promotion.</summary>
    /// <param name="configuration">Configuration with the branch rules; without rules any branch may.</param>
    /// <param name="build">The build.</param>
    /// <param name="environment">Target environment.</param>
    /// <returns>Alias that the rule moves, and the refusal if there is one.</returns>
    public static (AliasName Alias, Diagnostic? Refusal) Judge(ToolkitConfiguration configuration, BuildInfo build, string environment)
    {
        var rules = configuration.Branches.Where(candidate => candidate.Environment == environment).ToList();
        var rule = rules.Find(candidate => BranchPattern.Matches(candidate.Match, build));
        var byDefault = (rule ?? rules.FirstOrDefault())?.Alias ?? AliasName.Champion;
        if (build.IsPullRequest)
        {
            return (byDefault, ReleaseDiagnostics.PullRequestRefused.At(
                $"This build runs for pull request {build.PullRequest ?? "(number unknown)"}; it may not promote to '{environment}'."));
        }

        if (build.Doubt is { } doubt)
        {
            return (byDefault, doubt.Finding);
        }

        if (rule is not null || configuration.Branches.Count == 0)
        {
            return (byDefault, null);
        }

        var allowed = rules.Count == 0 ? "no branch at all" : string.Join(", ", rules.Select(candidate => candidate.Match));
        return (byDefault, ReleaseDiagnostics.PolicyRefused.At(
            build is { Tag: not null } or { Branch: not null }
                ? $"{char.ToUpperInvariant(build.Source[0])}{build.Source[1..]} may not promote to '{environment}': the policy allows {allowed}.{HintFor(build)}"
                : $"The branch is unknown ({build.BranchUnknown?.Words ?? "the build host names none"}), so nothing may be promoted to '{environment}': the policy allows {allowed}.",
            configuration.File is { } file ? new(file) : null));
    }

    private static string HintFor(BuildInfo build) => build.Tag is null ? "" : " Rules name branches, and tags where they begin with refs/tags/.";
}
