using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Everything that can refuse a promotion before it begins.</summary>
internal sealed class PromotionGuard(VerbContext context)
{
    private static readonly string?[] ForAPerson = ["approve", "undecided"];

    /// <summary>Asks everything, and refuses with all that was found.</summary>
    /// <param name="version">Version to promote.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="current">Version that the alias has; null when there is none.</param>
    /// <param name="verdict">What the alias asks for.</param>
    /// <param name="build">The build that promotes.</param>
    /// <param name="change">The change of the alias.</param>
    /// <param name="cancellationToken">Ends the question to git.</param>
    /// <returns>What the version's files must be.</returns>
    /// <exception cref="ModelOpsException">
    /// The version must not be promoted (exit 3), a person has to approve it (exit 4), or whether it may cannot be told (exit 9).
    /// </exception>
    public async Task<ContentIdentity> RequireAsync(
        ModelVersion version, string environment, int? current, AliasVerdict verdict, BuildInfo build, AliasChange change, CancellationToken cancellationToken)
    {
        var content = ContentIdentity.Of(version);
        var refusals = JudgeVersion(version, content).Concat(change.Record(AliasCheck.Verdict, verdict.Judge(version, environment))).ToList();
        var order = await change.Ask.JudgeOrderAsync(version.Tags.GetValueOrDefault(VersionTags.Commit), current, cancellationToken);
        if (order is not null)
        {
            refusals.Add(order);
        }

        if (await JudgeBranchAsync(version, build, cancellationToken) is { } foreign)
        {
            refusals.Add(foreign);
        }

        if (content is not null && refusals.Count == 0)
        {
            if (verdict.Remark(version) is { } remark)
            {
                context.Report(remark);
            }

            return content;
        }

        throw new ModelOpsException(ExitCodeOf(version, refusals), refusals);
    }

    /// <summary>Refuses a copy that did not pass where it is.</summary>
    /// <exception cref="ModelOpsException">It must not be promoted (exit 3), or a person has to approve it (exit 4).</exception>
    public static void RequireCopy(ModelVersion copy, AliasVerdict verdict)
    {
        if (verdict.JudgeCopy(copy).ToList() is { Count: > 0 } refusals)
        {
            throw new ModelOpsException(ExitCodeOf(copy, refusals), refusals);
        }
    }

    private static ExitCode ExitCodeOf(ModelVersion version, List<Diagnostic> refusals)
    {
        if (refusals.TrueForAll(GitFindings.IsUnanswered))
        {
            return ExitCode.CouldNotRun;
        }

        var waits = ForAPerson.Contains(version.Tags.GetValueOrDefault(VersionTags.Decision)) && refusals.TrueForAll(refusal => refusal.Descriptor == GateDiagnostics.Undecided);
        return waits ? ExitCode.WaitingForApproval : ExitCode.GateFailed;
    }

    /// <summary>Refuses a version that is not whole, or without digest.</summary>
    private static IEnumerable<Diagnostic> JudgeVersion(ModelVersion version, ContentIdentity? content)
    {
        if (version.Status != VersionStatus.Ready)
        {
            yield return RegistryDiagnostics.VersionNotReady.At($"{version.Uri} is not READY: {version.StatusMessage}");
        }

        if (content is null)
        {
            yield return ReleaseDiagnostics.DigestMissing.At(
                $"{version.Uri} lacks the tag {VersionTags.Digest} or {VersionTags.Manifest}, so its files cannot be verified.");
        }
    }

    /// <summary>
    /// Refuses a version of a commit that the branch does not have: a policy that maps branches to environments would otherwise let a release
    /// branch release whatever another branch has staged meanwhile.
    /// </summary>
    private async Task<Diagnostic?> JudgeBranchAsync(ModelVersion version, BuildInfo build, CancellationToken cancellationToken)
    {
        var commit = version.Tags.GetValueOrDefault(VersionTags.Commit);
        if (context.Configuration.Branches.Count == 0 || commit is null || commit == build.Commit)
        {
            return null;
        }

        if (build.Commit is null)
        {
            // Without a branch the policy has refused already.
            return build is { Branch: not null, CommitUnknown: { } unknown }
                ? GitFindings.Of(unknown, $"Whether branch '{build.Branch}' has commit {commit}, which {version.Uri} was built from, cannot be told")
                : null;
        }

        var isContained = await new GitRepository(context.WorkingDirectory).IsAncestorAsync(commit, build.Commit, cancellationToken);
        context.Debug.Write("git", $"is {commit} an ancestor of {build.Commit}: {isContained.Say()}");
        if (isContained.Refusal is { } refusal)
        {
            return GitFindings.Of(refusal, $"Whether branch '{build.Branch}' at {build.Commit} has commit {commit}, which {version.Uri} was built from, cannot be told");
        }

        return isContained.Value ? null : ReleaseDiagnostics.NotOnBranch.At(
            $"{version.Uri} was built from commit {commit}, which branch '{build.Branch}' at {build.Commit} does not have.");
    }
}
