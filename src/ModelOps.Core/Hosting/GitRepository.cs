using System.ComponentModel;
using System.Diagnostics;
using ModelOps.Core.Registry;

namespace ModelOps.Core.Hosting;

/// <summary>Asks the <c>git</c> program about a repository. Every answer is null where git or the repository is absent.</summary>
internal sealed class GitRepository(string directory)
{
    public Task<string?> HeadCommitAsync(CancellationToken cancellationToken) => AskAsync(["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);

    /// <summary>Branch that is checked out; null when none is (detached HEAD).</summary>
    public Task<string?> BranchAsync(CancellationToken cancellationToken) => AskAsync(["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);

    /// <summary>URL of <c>origin</c> without credentials.</summary>
    public async Task<string?> RemoteUrlAsync(CancellationToken cancellationToken) =>
        await AskAsync(["config", "--get", "remote.origin.url"], cancellationToken) is { } url ? CatalogUri.Redact(url) : null;

    /// <summary>Whether one commit is an ancestor of another; null when the clone does not have both.</summary>
    public async Task<bool?> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellationToken)
    {
        if (!IsHash(ancestor) || !IsHash(descendant))
        {
            return null;
        }

        var (exitCode, _) = await RunAsync(["merge-base", "--is-ancestor", ancestor, descendant], cancellationToken);
        return exitCode switch { 0 => true, 1 => false, _ => null };
    }

    /// <summary>Whether a text is a full SHA-1 or SHA-256 object name.</summary>
    public static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);

    private async Task<string?> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(arguments, cancellationToken);
        return exitCode == 0 && output.Trim() is { Length: > 0 } text ? text : null;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
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
