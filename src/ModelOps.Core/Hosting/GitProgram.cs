using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>The <c>git</c> program, run in a directory whose repository may be somebody else's.</summary>
/// <remarks>
/// The repository is not to choose the program, to be a bare repository that lies in a checkout as ordinary files, to have commits fetched that it
/// lacks, for which git runs commands of its configuration, to show another history than the one its commits have, or to be written.
/// </remarks>
internal sealed class GitProgram(string directory, IEnvironment environment)
{
    private static readonly string[] Guards = ["-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false"];

    private static readonly (string Name, string Value)[] GuardVariables =
    [
        ("GIT_NO_LAZY_FETCH", "1"), ("GIT_ALLOW_PROTOCOL", "none"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_NO_REPLACE_OBJECTS", "1"),
        ("GIT_OPTIONAL_LOCKS", "0"), ("LC_ALL", "C"),
    ];

    /// <summary>Runs it.</summary>
    /// <param name="arguments">Its arguments; no shell reads them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it came to; null where PATH has no git program, or none that can be started.</returns>
    public async Task<GitOutput?> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (ProgramFile.Find("git", environment) is not { } program)
        {
            return null;
        }

        try
        {
            using var process = Process.Start(Start(program, arguments))!;
            using var kill = cancellationToken.Register(() => Kill(process));
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, output, await error);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, Guards.Concat(arguments))
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in GuardVariables)
        {
            start.Environment[name] = value;
        }

        return start;
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
