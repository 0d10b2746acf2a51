using ModelOps.Abstractions.Catalogs;

namespace ModelOps.Core.Hosting;

/// <summary>Asks the <c>git</c> program about a repository. Every answer is null where git or the repository is absent.</summary>
internal sealed class GitRepository(string directory)
{
    private readonly GitProgram _program = new(directory, ProcessEnvironment.Instance);

    public Task<string?> HeadCommitAsync(CancellationToken cancellationToken) => AskAsync(["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);

    /// <summary>Branch that is checked out; null when none is (detached HEAD).</summary>
    public Task<string?> BranchAsync(CancellationToken cancellationToken) => AskAsync(["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);

    /// <summary>URL of <c>origin</c> without credentials.</summary>
    public async Task<string?> RemoteUrlAsync(CancellationToken cancellationToken) =>
        await AskAsync(["config", "--get", "remote.origin.url"], cancellationToken) is { } url ? CatalogUri.Redact(url) : null;

    /// <summary>Whether one commit is an ancestor of another; null when the clone does not have both, or is too shallow to tell.</summary>
    public async Task<bool?> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellationToken)
    {
        if (!IsHash(ancestor) || !IsHash(descendant))
        {
            return null;
        }

        var answer = await AskAncestryAsync(ancestor, descendant, cancellationToken);
        if (answer is not false)
        {
            return answer;
        }

        // Where history is cut off, a missing connection proves nothing; the opposite one does.
        var isComplete = await AskAsync(["rev-parse", "--is-shallow-repository"], cancellationToken) == "false";
        return isComplete || await AskAncestryAsync(descendant, ancestor, cancellationToken) is true ? false : null;
    }

    /// <summary>Whether a text is a full SHA-1 or SHA-256 object name.</summary>
    public static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);

    private async Task<bool?> AskAncestryAsync(string ancestor, string descendant, CancellationToken cancellationToken)
    {
        var answer = await _program.RunAsync(["merge-base", "--is-ancestor", ancestor, descendant], cancellationToken);
        return answer?.ExitCode switch { 0 => true, 1 => false, _ => null };
    }

    private async Task<string?> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var answer = await _program.RunAsync(arguments, cancellationToken);
        return answer is { ExitCode: 0 } && answer.Output.Trim() is { Length: > 0 } text ? text : null;
    }
}
