using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Refuses an older commit than an alias has now.</summary>
internal static class CommitOrder
{
    public static async Task<Diagnostic?> JudgeAsync(
        string? candidate, ModelVersion? current, VerbContext context, CancellationToken cancellationToken)
    {
        var present = current?.Tags.GetValueOrDefault(VersionTags.Commit);
        if (current is null || present is null || present == candidate)
        {
            return null;
        }

        if (candidate is null)
        {
            return ReleaseDiagnostics.CommitUnknown.At($"The version has no commit, but {current.Uri} has {present}.");
        }

        var older = await new GitRepository(context.WorkingDirectory).IsAncestorAsync(candidate, present, cancellationToken);
        context.Debug.Write("git", $"is {candidate} an ancestor of {present}: {older.Say()}");
        if (older.Refusal is { } refusal)
        {
            return GitFindings.Of(refusal, $"Whether commit {candidate} is older than {present}, which {current.Uri} was built from, cannot be told");
        }

        return older.Value ? ReleaseDiagnostics.OlderCommit.At(
            $"Commit {candidate} is older than {present}, which {current.Uri} was built from.") : null;
    }

    /// <summary>The code of a refusal: what could only not be told is no verdict.</summary>
    public static ExitCode ExitCodeOf(IReadOnlyList<Diagnostic> refusals) =>
        refusals.All(GitFindings.IsUnanswered) ? ExitCode.CouldNotRun : ExitCode.GateFailed;
}
