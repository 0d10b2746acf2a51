namespace ModelOps.Core.Hosting;

/// <summary>What a repository says of changes since a commit: the questions of <c>--changed</c>. Null where it cannot say.</summary>
/// <param name="git">The git program, in the directory whose paths are meant.</param>
/// <remarks>Names of commits come from outside: they are checked, and stand where git takes no option.</remarks>
internal sealed class GitChanges(GitProgram git)
{
    // No option of a configuration decides what is listed: every path on both sides, from the root of the repository, by content.
    private static readonly string[] Diff =
    [
        "--no-optional-locks", "-c", "diff.autoRefreshIndex=true", "diff", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=none", "--end-of-options",
    ];

    private static readonly string[] Untracked = ["ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--"];

    private static readonly string[] Ignored = ["ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--full-name", "--"];

    /// <summary>Path of the directory below the repository's root, with a slash at its end; empty for the root itself.</summary>
    public async Task<string?> PrefixAsync(CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-parse", "--show-prefix"], cancellationToken);
        return answer is { ExitCode: 0, Output: var output } && output.EndsWith('\n') ? output[..^1].TrimEnd('\r') : null;
    }

    /// <summary>Hash of the commit that a branch, tag or hash names, also with <c>~1</c> or <c>^</c> after it.</summary>
    public Task<string?> CommitAsync(string name, CancellationToken cancellationToken) =>
        IsName(name) ? HashAsync(["rev-parse", "--verify", "--quiet", $"{name}^{{commit}}"], cancellationToken) : Task.FromResult<string?>(null);

    /// <summary>Hash of the newest commit that HEAD and a commit have in common.</summary>
    public Task<string?> CommonAncestorAsync(string commit, CancellationToken cancellationToken) =>
        GitRepository.IsHash(commit) ? HashAsync(["merge-base", "HEAD", commit], cancellationToken) : Task.FromResult<string?>(null);

    /// <summary>Paths from the repository's root that differ between a commit and the files as they are now, with those that git does not know yet.</summary>
    public async Task<IReadOnlyList<string>?> PathsAsync(string commit, CancellationToken cancellationToken)
    {
        if (!GitRepository.IsHash(commit))
        {
            return null;
        }

        var changed = await git.RunAsync([.. Diff, commit, "--"], cancellationToken);
        var untracked = await git.RunAsync([.. Untracked, ":/"], cancellationToken);
        return changed is { ExitCode: 0 } && untracked is { ExitCode: 0 } ? [.. Paths(changed.Output), .. Paths(untracked.Output)] : null;
    }

    /// <summary>Files below some places that no commit will ever have, because git is told to ignore them.</summary>
    public async Task<IReadOnlyList<string>?> IgnoredAsync(IEnumerable<string> places, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync([.. Ignored, .. places.Select(place => place.Length == 0 ? ":/" : $":(top,literal){place}")], cancellationToken);
        return answer is { ExitCode: 0 } ? [.. Paths(answer.Output)] : null;
    }

    /// <summary>Whether a commit has a file, a directory or a submodule.</summary>
    public async Task<bool> HasAsync(string commit, string path, CancellationToken cancellationToken) =>
        GitRepository.IsHash(commit) && await HashAsync(["rev-parse", "--verify", "--quiet", $"{commit}:{path}"], cancellationToken) is not null;

    /// <summary>Text of a file in a commit.</summary>
    public async Task<string?> ReadAsync(string commit, string path, CancellationToken cancellationToken)
    {
        if (!GitRepository.IsHash(commit))
        {
            return null;
        }

        var answer = await git.RunAsync(["cat-file", "blob", $"{commit}:{path}"], cancellationToken);
        return answer is { ExitCode: 0 } ? answer.Output : null;
    }

    /// <summary>Whether a text can be asked for as a commit: no option, no range, no search and no path.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 1024 && text[0] is not ('-' or '^' or '~') && !text.Contains("..", StringComparison.Ordinal) && !text.Contains("@{", StringComparison.Ordinal)
        && !text.Any(letter => letter is ':' or '?' or '*' or '[' or '\\' or ' ' or '{' or '}' || char.IsControl(letter));

    private async Task<string?> HashAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(arguments, cancellationToken);
        return answer is { ExitCode: 0 } && answer.Output.Trim() is var hash && GitRepository.IsHash(hash) ? hash : null;
    }

    // A directory with a repository of its own that is no submodule is listed with a slash.
    private static IEnumerable<string> Paths(string output) => output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(path => path.TrimEnd('/'));
}
