using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>Runs the built command on a pseudo terminal.</summary>
internal static class Terminal
{
    public const string Program = "/usr/bin/script";

    /// <summary>All that the terminal gets, of a number of columns. A redirection in the words is the shell's.</summary>
    public static async Task<string> RunAsync(string directory, TestEnvironment environment, string words, int? columns = null)
    {
        environment["TERM"] = "xterm";
        environment["LC_ALL"] = "C.UTF-8";
        using var process = ModelOpsCommand.Start(
            Program, directory, environment, ["-q", "-e", "-c", $"{(columns is { } width ? $"stty cols {width}; " : "")}{ModelOpsProgram.ShellText} {words}", "/dev/null"]);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
