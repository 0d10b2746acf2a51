using System.Diagnostics;
using System.Runtime.Versioning;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>What a killed command leaves in the directory for temporary files.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KilledRunTests : IDisposable
{
    private const string Model = "    path: models/diabetes\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ReleaseLab _lab = new();
    private readonly TempDirectory _temporary = new();

    public void Dispose()
    {
        _lab.Dispose();
        _temporary.Dispose();
    }

    [UnixFact]
    public async Task The_next_run_removes_it()
    {
        var file = Path.Combine(_lab.Path, "modelops.yml");
        const string evaluation = "    evaluation: {task: regression, run: \"sh -c 'touch started; sleep 300; touch {predictions}'\", data: data/holdout.csv, columns: {label: progression, prediction: p}}\n";
        File.WriteAllText(file, File.ReadAllText(file).Replace(Model, Model + evaluation, StringComparison.Ordinal));
        await _lab.PackageAsync("a.modelpkg");
        var environment = new TestEnvironment { ["TMPDIR"] = _temporary.Path, ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        using (var command = ModelOpsCommand.Start(
            ModelOpsProgram.FileName, _lab.Path, environment, [.. ModelOpsProgram.Leading, "validate", "--package", "a.modelpkg", "--environment", "dev"]))
        {
            await WaitForAsync(Path.Combine(_lab.Path, "started"), command);
            command.Kill(entireProcessTree: true);
            await command.WaitForExitAsync();
        }

        Assert.NotEmpty(Left());
        await ModelOpsCommand.RunAsync(_lab.Path, environment, "status");
        Assert.Empty(Left());
    }

    private string[] Left() => Directory.GetDirectories(_temporary.Path, "modelops*");

    private static async Task WaitForAsync(string file, Process command)
    {
        for (var watch = Stopwatch.StartNew(); !File.Exists(file); await Task.Delay(100))
        {
            Assert.True(watch.Elapsed < Patience && !command.HasExited, $"the evaluation was not started: {(command.HasExited ? await command.StandardError.ReadToEndAsync() : "no time left")}");
        }
    }
}
