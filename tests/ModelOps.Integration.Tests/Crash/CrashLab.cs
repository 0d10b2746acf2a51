using System.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>Runs verbs in processes of their own that end themselves at a given step.</summary>
internal sealed class CrashLab : IDisposable
{
    private static readonly string Harness = Path.Combine(AppContext.BaseDirectory, "ModelOps.CrashHarness.dll");

    public ReleaseLab Release { get; } = new();

    public Dictionary<string, string> Environment { get; } = [];

    public async Task<HarnessRun> RunAsync(int dieAt, string verb, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Release.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Harness, $"{dieAt}", verb, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var steps = output.Split('\n').Where(line => line.StartsWith("step ", StringComparison.Ordinal)).Select(line => line[5..]).ToList();
        return new(process.ExitCode, steps, await error);
    }

    public void Dispose() => Release.Dispose();

    // A CI host's own variables would make the harness think that it builds that host's commit.
    private static bool IsForeign(string name) =>
        new[] { "GITHUB_", "BUILD_", "SYSTEM_", "INPUT_", "MODELOPS_", "MLFLOW_", "TF_BUILD" }.Any(
            prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
