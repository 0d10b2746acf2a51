using LibGit2Sharp;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads a repository with libgit2, which runs no program, no hook and no filter, and fetches nothing.</summary>
/// <remarks>
/// libgit2 does as git does: it asks who owns the repository and looks for <c>safe.directory</c> in the configuration of the system and the user only.
/// What it refuses or cannot read is said as such; the git program may know more formats and more of the configuration.
/// </remarks>
internal sealed class GitLibrary(string directory, IEnvironment environment)
{
    private const string NotOwned = "is not owned by";

    // Each makes git look somewhere else; the library does not read them.
    private static readonly string[] Redirections =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
        "GIT_CEILING_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    ];

    public GitAnswer<GitHead> ReadHead() => Ask<GitHead>(repository => LibraryCheckout.HeadOf(repository));

    public GitAnswer<GitCheckout> ReadCheckout(ExpectedCommit expected) => Ask(repository => LibraryCheckout.Of(repository, expected));

    public GitAnswer<bool> HasSubmodule(string path, string commit) => Ask<bool>(repository => LibraryCheckout.HasSubmodule(repository, path, commit));

    public GitAnswer<GitHistory> ReadHistory(string ancestor, string descendant) => Ask<GitHistory>(repository =>
    {
        var (old, young) = (Find(repository, ancestor), Find(repository, descendant));
        var history = new GitHistory(ancestor, descendant)
        {
            HasAncestor = old is not null,
            HasDescendant = young is not null,
            HasHead = repository.Refs.Head?.ResolveToDirectReference() is not null,
            IsShallow = repository.Info.IsShallow,
            IsPartial = IsPartial(repository),
        };
        return old is null || young is null ? history : history with
        {
            Forward = Reaches(repository, young, old),
            Backward = history.IsShallow ? Reaches(repository, old, young) : null,
        };
    });

    private static Commit? Find(Repository repository, string commit) => commit.Length == 40 ? repository.Lookup<Commit>(commit) : null;

    private static bool IsPartial(Repository repository) =>
        repository.Config.Any(entry => entry.Key == "extensions.partialclone" || entry.Key.EndsWith(".promisor", StringComparison.Ordinal));

    private static bool? Reaches(Repository repository, Commit from, Commit to)
    {
        if (FindCommon(repository, from, to) is { } common)
        {
            return common.Id == to.Id;
        }

        // No common commit, or a missing one: a walk over all tells.
        try
        {
            return repository.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = from }).Any(commit => commit.Id == to.Id);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private static Commit? FindCommon(Repository repository, Commit from, Commit to)
    {
        try
        {
            return repository.ObjectDatabase.FindMergeBase(to, from);
        }
        catch (LibGit2SharpException)
        {
            // It reads on below the commit that it looks for, where one may be missing.
            return null;
        }
    }

    private GitAnswer<T> Ask<T>(Func<Repository, GitAnswer<T>> question)
    {
        if (Array.Find(Redirections, name => environment.Get(name) is { Length: > 0 }) is { } redirection)
        {
            return GitRefusal.ProgramNeeded($"{redirection} is set");
        }

        if (GitPlace.FindTop(directory) is not { } top)
        {
            return GitRefusal.NotARepository(directory);
        }

        GitNativeLibrary.Prepare();
        try
        {
            using var repository = new Repository(top);
            return IsAt(repository, top) ? GitRefusal.NotARepository(directory) : question(repository);
        }
        catch (LibGit2SharpException failure)
        {
            return failure.Message.Contains(NotOwned, StringComparison.Ordinal)
                ? GitRefusal.Ownership(top)
                : GitRefusal.ProgramNeeded($"libgit2 cannot read the repository at {top} ({failure.Message})");
        }
    }

    // Opening a directory falls back to the directory itself as a bare repository.
    private static bool IsAt(Repository repository, string top) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository.Info.Path)) == Path.TrimEndingDirectorySeparator(top);
}
