using System.Diagnostics;
using System.Globalization;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Cli.Tests;

/// <summary>The built command is told to end while a server keeps it waiting.</summary>
public sealed class SignalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Register =
        ["register", "--package", "diabetes.modelpkg", "--environment", "dev", "--alias", "candidate"];

    [Theory]
    [InlineData("TERM", "POST /api/2.0/mlflow/model-versions/create")]
    [InlineData("INT", "POST /api/2.0/mlflow/model-versions/create")]
    [InlineData("TERM", "PUT /api/2.0/mlflow-artifacts/artifacts/")]
    [InlineData("INT", "PUT /api/2.0/mlflow-artifacts/artifacts/")]
    public async Task A_register_that_waits_ends_on_a_signal_and_the_next_one_makes_one_version(string signal, string waitsFor)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        var wait = new FaultRule(waitsFor, FaultMode.Delay) { Delay = TimeSpan.FromMinutes(10) };
        server.Faults.Add(wait);

        var (exitCode, error) = await RegisterAndSignalAsync(lab.Path, wait.Begun, signal);
        Assert.True(exitCode == 130, $"{exitCode}: {error}");
        Assert.Contains("error MOP4002", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);

        var again = await ModelOpsCommand.RunAsync(lab.Path, Register);
        Assert.True(again.ExitCode == 0, again.Error);
        var model = Assert.Single(server.State.Models.Values);
        Assert.Equal([1], model.Versions.Keys);
        Assert.Equal(1, model.Aliases["candidate"]);
        Assert.Empty(server.Violations);
    }

    private static async Task<(int ExitCode, string Error)> RegisterAndSignalAsync(string directory, Task waiting, string signal)
    {
        using var process = ModelOpsCommand.StartInterruptible(directory, [], Register);
        try
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            await waiting.WaitAsync(Patience);
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill();
        }
    }
}
