using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Changes;

/// <summary>The commit that <c>--changed</c> compares with.</summary>
/// <param name="Commit">Its hash; null when it is not known.</param>
/// <param name="Problem">Why it is not known, as the end of a sentence.</param>
internal sealed record ChangeBase(string? Commit, string Problem)
{
    /// <summary>Finds it: what the call names, else the target branch of a pull request, the commit before a push, or the parent of HEAD.</summary>
    /// <exception cref="ModelOpsException">The call names what can be no commit.</exception>
    public static async Task<ChangeBase> FindAsync(string? named, BuildInfo build, GitChanges git, CancellationToken cancellationToken)
    {
        if (named is not null && !GitChanges.IsName(named))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At(
                $"Input 'base' cannot be '{VisibleText.Of(named)}': expected a commit, a branch or a tag."));
        }

        return (named, build) switch
        {
            ({ } commit, _) when GitRepository.IsHash(commit) => await CommitAsync(commit, "the commit", git, cancellationToken),
            ({ } branch, _) => await BranchAsync([branch, $"origin/{branch}"], git, cancellationToken),
            (_, { TargetBranch: { } target }) => await BranchAsync([$"origin/{target}", target], git, cancellationToken),
            (_, { PreviousCommit: { } before }) when before.All(digit => digit == '0') => new(null, "this is the first push of its branch"),
            (_, { PreviousCommit: { } before }) => await CommitAsync(before, "the commit before this push", git, cancellationToken),
            _ => await git.CommitAsync("HEAD^1", cancellationToken) is { } parent ? new(parent, "") : new(null, "HEAD has no parent here: it is the first commit, or the clone has no other"),
        };
    }

    private static async Task<ChangeBase> CommitAsync(string hash, string what, GitChanges git, CancellationToken cancellationToken) =>
        await git.CommitAsync(hash, cancellationToken) is { } found ? new(found, "") : new(null, $"{what}, {hash}, is not in this clone");

    // What others have done on the branch in the meantime is no change of this one.
    private static async Task<ChangeBase> BranchAsync(IReadOnlyList<string> names, GitChanges git, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (await git.CommitAsync(name, cancellationToken) is { } tip)
            {
                return await git.CommonAncestorAsync(tip, cancellationToken) is { } common
                    ? new(common, "")
                    : new(null, $"HEAD and '{VisibleText.Of(name)}' have no commit in common in this clone");
            }
        }

        return new(null, $"there is no commit or branch '{VisibleText.Of(names[0])}' in this clone");
    }
}
