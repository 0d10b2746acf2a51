using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Asks a repository that may be somebody else's: libgit2 first, and the git program where libgit2 cannot answer. Every answer has its reason.</summary>
/// <param name="directory">Directory in the repository.</param>
/// <param name="environment">Environment with PATH and git's own variables.</param>
internal sealed class GitRepository(string directory, IEnvironment environment)
{
    private readonly GitLibrary _library = new(directory, environment);
    private readonly GitProgramReader _program = new(new(directory, environment), directory);

    /// <summary>Asks with the variables of this process, which are those that a program it starts gets.</summary>
    /// <param name="directory">Directory in the repository.</param>
    public GitRepository(string directory)
        : this(directory, ProcessEnvironment.Instance)
    {
    }

    /// <summary>What is checked out. URLs are without credentials.</summary>
    public async Task<GitHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync(library => library.ReadHead(), program => program.ReadHeadAsync(cancellationToken), cancellationToken);
        var head = answer.Refusal is { } refusal ? new(refusal, refusal, refusal) : answer.Value;
        return head.Remote.OrNull() is { } url ? head with { Remote = CatalogUri.Redact(url) } : head;
    }

    /// <summary>What is checked out, and whether a build host names it.</summary>
    public async Task<GitAnswer<GitCheckout>> ReadCheckoutAsync(ExpectedCommit expected, CancellationToken cancellationToken)
    {
        // What a host names comes from outside; it is asked about only when it is a hash.
        var named = new ExpectedCommit(HashOrNull(expected.Built), HashOrNull(expected.Head));
        var answer = await AskAsync(library => library.ReadCheckout(named), program => program.ReadCheckoutAsync(named, cancellationToken), cancellationToken);
        return answer.Refusal is null && answer.Value.Head.Remote.OrNull() is { } url
            ? answer.Value with { Head = answer.Value.Head with { Remote = CatalogUri.Redact(url) } }
            : answer;
    }

    /// <summary>Whether the commit that is checked out has another repository's commit at a path, as a submodule.</summary>
    public Task<GitAnswer<bool>> HasSubmoduleAsync(string path, string commit, CancellationToken cancellationToken) =>
        AskAsync(library => library.HasSubmodule(path, commit), program => program.HasSubmoduleAsync(path, commit, cancellationToken), cancellationToken);

    /// <summary>Whether one commit is an ancestor of another.</summary>
    public async Task<GitAnswer<bool>> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellationToken)
    {
        if (Array.Find([ancestor, descendant], commit => !IsHash(commit)) is { } other)
        {
            return GitRefusal.NoHash(other);
        }

        var answer = await AskAsync(
            library => library.ReadHistory(ancestor, descendant), program => program.ReadHistoryAsync(ancestor, descendant, cancellationToken), cancellationToken);
        return answer.Refusal is { } refusal ? refusal : answer.Value.Judge();
    }

    /// <summary>Whether a text is a full SHA-1 or SHA-256 object name.</summary>
    public static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);

    private static string? HashOrNull(string? text) => text is not null && IsHash(text) ? text : null;

    private async Task<GitAnswer<T>> AskAsync<T>(
        Func<GitLibrary, GitAnswer<T>> library, Func<GitProgramReader, Task<GitAnswer<T>>> program, CancellationToken cancellationToken)
    {
        // libgit2 cannot be ended: a long walk is left behind.
        var first = await Task.Run(() => AskLibrary(library), cancellationToken).WaitAsync(cancellationToken);
        if (first.Refusal?.Fault is not (GitFault.ProgramNeeded or GitFault.Ownership))
        {
            return first;
        }

        var second = await program(_program);
        return second.Refusal?.Fault == GitFault.ProgramNeeded ? first : second;
    }

    private GitAnswer<T> AskLibrary<T>(Func<GitLibrary, GitAnswer<T>> question)
    {
        try
        {
            return question(_library);
        }
        catch (Exception failure) when (failure is TypeInitializationException or TypeLoadException or BadImageFormatException or MissingMemberException or IOException)
        {
            // No libgit2 for this platform, or a host of plug-ins that has loaded another LibGit2Sharp.
            return GitRefusal.ProgramNeeded("libgit2 cannot be loaded here");
        }
    }
}
