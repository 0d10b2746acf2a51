using LibGit2Sharp;

namespace ModelOps.Core.Hosting;

/// <summary>What libgit2 says of the commit that is checked out.</summary>
internal static class LibraryCheckout
{
    /// <summary>What is checked out.</summary>
    public static GitHead HeadOf(Repository repository) => GitHead.Of(
        repository.Refs.Head?.ResolveToDirectReference()?.TargetIdentifier,
        (repository.Refs.Head as SymbolicReference)?.TargetIdentifier,
        repository.Config.Get<string>("remote.origin.url")?.Value);

    /// <summary>The same, and whether a build host names it.</summary>
    public static GitAnswer<GitCheckout> Of(Repository repository, ExpectedCommit expected)
    {
        var head = HeadOf(repository);
        if (head.Commit.OrNull() is not { } commit)
        {
            return head.Commit.Refusal!;
        }

        // A host may name the object of an annotated tag.
        if (expected.Is(commit) || (expected.Built is { Length: 40 } built && repository.Lookup<TagAnnotation>(built)?.Target.Sha == commit))
        {
            return new GitCheckout(head, Agrees: true);
        }

        var parents = expected.TakesMerges ? repository.Lookup<Commit>(commit)?.Parents.Select(parent => parent.Sha).ToList() ?? [] : [];
        return expected.TakesMerges && parents.Count == 0 && repository.Info.IsShallow
            ? GitRefusal.ProgramNeeded("the clone is cut off at the commit that is checked out")
            : new GitCheckout(head, expected.IsMerge(parents));
    }

    /// <summary>Whether the commit has another repository's commit at a path, as a submodule.</summary>
    public static bool HasSubmodule(Repository repository, string path, string commit) =>
        HeadOf(repository).Commit.OrNull() is { } head
        && repository.Lookup<Commit>(head)?[path] is { TargetType: TreeEntryTargetType.GitLink, Target.Sha: var linked }
        && linked == commit;
}
