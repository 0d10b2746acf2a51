using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ModelOps.Abstractions.Catalogs;

namespace ModelOps.Core.Hosting;

/// <summary>Asks the <c>git</c> program about a repository. Every answer is null where git or the repository is absent.</summary>
/// <remarks>
/// The repository may be somebody else's: it is not to choose the program, to be a bare repository that lies in a checkout as ordinary files, or to
/// have commits fetched that it lacks, for which git runs commands of its configuration.
/// </remarks>
internal sealed class GitRepository(string directory)
{
    private static readonly string[] Guards = ["-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false"];

    private static readonly (string Name, string Value)[] GuardVariables =
        [("GIT_NO_LAZY_FETCH", "1"), ("GIT_ALLOW_PROTOCOL", "none"), ("GIT_TERMINAL_PROMPT", "0")];

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
        var (exitCode, _) = await RunAsync(["merge-base", "--is-ancestor", ancestor, descendant], cancellationToken);
        return exitCode switch { 0 => true, 1 => false, _ => null };
    }

    private async Task<string?> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(arguments, cancellationToken);
        return exitCode == 0 && output.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Runs git with the guards; exit code -1 where there is none.</summary>
    internal async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (ProgramFile.Find("git", ProcessEnvironment.Instance) is not { } program)
        {
            return (-1, "");
        }

        var start = new ProcessStartInfo(program) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in Guards.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in GuardVariables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            using var kill = cancellationToken.Register(() => Kill(process));
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await error;
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
