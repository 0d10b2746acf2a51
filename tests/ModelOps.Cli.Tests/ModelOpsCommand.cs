using System.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>Runs the built command as a process of its own, in an environment of its own.</summary>
internal static class ModelOpsCommand
{
    public static Task<(int ExitCode, string Out, string Error)> RunAsync(string directory, params string[] words) => RunAsync(directory, [], words);

    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(string directory, TestEnvironment environment, params string[] words)
    {
        using var process = Start(ModelOpsProgram.FileName, directory, environment, [.. ModelOpsProgram.Leading, .. words]);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    /// <summary>
    /// Starts the command so that an interrupt reaches it: what a shell started in the background ignores it, with all that it starts in turn, and the
    /// tests may run there.
    /// </summary>
    public static Process StartInterruptible(string directory, TestEnvironment environment, IReadOnlyList<string> words) => OperatingSystem.IsLinux()
        ? Start("env", directory, environment, ["--default-signal=INT", ModelOpsProgram.FileName, .. ModelOpsProgram.Leading, .. words])
        : Start(ModelOpsProgram.FileName, directory, environment, [.. ModelOpsProgram.Leading, .. words]);

    public static Process Start(string program, string directory, TestEnvironment environment, IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        // The machine that runs the tests may itself be a CI host.
        foreach (var name in start.Environment.Keys.Where(IsToxic).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static bool IsToxic(string name) =>
        name is "CI" or "TF_BUILD" or "NO_COLOR" or "TERM"
        || new[] { "GITHUB_", "INPUT_", "MODELOPS_", "MLFLOW_", "BUILD_", "SYSTEM_", "AGENT_" }.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
