using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Registry;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Everything that can refuse a promotion before it begins.</summary>
internal sealed class PromotionGuard(VerbContext context)
{
    /// <summary>Refuses a version without digest, and one that a validation has not passed.</summary>
    public static IEnumerable<Diagnostic> JudgeVersion(ModelVersion version)
    {
        if (version.Status != VersionStatus.Ready)
        {
            yield return RegistryDiagnostics.VersionNotReady.At($"{version.Uri} is not READY: {version.StatusMessage}");
        }

        if (ContentIdentity.Of(version) is null)
        {
            yield return ReleaseDiagnostics.DigestMissing.At($"{version.Uri} lacks the tag {VersionTags.Digest} or {VersionTags.Manifest}, so its files cannot be verified.");
        }

        var validation = version.Tags.GetValueOrDefault(VersionTags.ValidationStatus);
        if (validation is not (null or "PASSED"))
        {
            yield return ReleaseDiagnostics.NotValidated.At($"{version.Uri} has {VersionTags.ValidationStatus} {validation}; expected PASSED.");
        }
    }

    /// <summary>Refuses an older commit than the alias has now.</summary>
    /// <param name="candidate">Commit of the version to promote; null when unknown.</param>
    /// <param name="current">Version that the alias has; null when there is none.</param>
    /// <param name="cancellationToken">Ends the question to git.</param>
    public async Task<Diagnostic?> JudgeOrderAsync(string? candidate, ModelVersion? current, CancellationToken cancellationToken)
    {
        var present = current?.Tags.GetValueOrDefault(VersionTags.Commit);
        if (current is null || present is null || present == candidate)
        {
            return null;
        }

        if (candidate is null)
        {
            return ReleaseDiagnostics.OrderUnknown.At($"The version has no commit, but {current.Uri} has {present}.");
        }

        var git = new GitRepository(context.WorkingDirectory);
        if (await git.IsAncestorAsync(candidate, present, cancellationToken) is not { } older)
        {
            return ReleaseDiagnostics.OrderUnknown.At($"Commit {candidate} or {present} (of {current.Uri}) is not in this clone.");
        }

        return older ? ReleaseDiagnostics.OlderCommit.At($"Commit {candidate} is older than {present}, which {current.Uri} was built from.") : null;
    }
}
