using System.Diagnostics;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>A run of the harness that is under way.</summary>
internal sealed class HarnessProcess : IDisposable
{
    private static readonly string Harness = Path.Combine(AppContext.BaseDirectory, "ModelOps.CrashHarness.dll");

    private readonly List<string> _steps = [];
    private readonly Process _process;
    private readonly Task<string> _error;

    public HarnessProcess(string directory, string stop, string verb, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Harness, stop, verb, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits until a step is reached.</summary>
    public async Task ReachAsync(string step)
    {
        while (await ReadStepAsync() is { } reached)
        {
            if (reached == step)
            {
                return;
            }
        }

        Assert.Fail($"The step '{step}' was never reached: {await _error}");
    }

    /// <summary>Lets a run that waits at a step go on.</summary>
    public void Continue() => _process.StandardInput.WriteLine();

    /// <summary>Waits for the end.</summary>
    public async Task<HarnessRun> EndAsync()
    {
        while (await ReadStepAsync() is not null)
        {
        }

        await _process.WaitForExitAsync();
        return new(_process.ExitCode, _steps, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string?> ReadStepAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("step ", StringComparison.Ordinal))
            {
                _steps.Add(line[5..]);
                return line[5..];
            }
        }

        return null;
    }

    // A CI host's own variables would make the harness think that it builds that host's commit.
    private static bool IsForeign(string name) =>
        new[] { "GITHUB_", "BUILD_", "SYSTEM_", "INPUT_", "MODELOPS_", "MLFLOW_", "TF_BUILD" }.Any(
            prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
