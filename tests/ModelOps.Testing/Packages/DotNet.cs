using System.Diagnostics;
using System.Text;

namespace ModelOps.Testing.Packages;

/// <summary>Runs the <c>dotnet</c> program as a user would: without what a test run or a CI host has put into the environment.</summary>
public static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string[] ForeignPrefixes =
        ["GITHUB_", "BUILD_", "SYSTEM_", "INPUT_", "MODELOPS_", "MLFLOW_", "AGENT_", "MSBUILD", "VSTEST_", "TF_BUILD"];

    public static async Task<ToolResult> RunAsync(string directory, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, variables);
        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end:\n{output}");
        }

        return new(process.ExitCode, output.ToString());
    }

    // No server of the build may outlive the test: it would hold files and the output's pipe.
    private static void SetEnvironment(IDictionary<string, string?> environment, (string Name, string Value)[] variables)
    {
        foreach (var name in environment.Keys.Where(IsForeign).ToArray())
        {
            environment.Remove(name);
        }

        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["UseSharedCompilation"] = "false";
        environment["NO_COLOR"] = "1";
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }
    }

    private static bool IsForeign(string name) =>
        name == "CI" || ForeignPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static void Add(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
