using System.Runtime.InteropServices;
using System.Text.Json;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The command as users install it.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_installed_tool_tells_its_version_packages_and_registers()
    {
        var feed = await PackageFeed.GetAsync();
        await feed.AddCommandAsync();
        feed.WriteConfiguration(_directory.Path);
        var installed = await feed.DotNetAsync(
            _directory.Path, ["tool", "install", "ModelOps.Cli", "--tool-path", _directory.File("tools"), "--version", feed.Version]);
        Assert.True(installed.ExitCode == 0, installed.Output);
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), _directory.File("models/diabetes"));

        var version = await RunAsync("--version");
        Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+\S*\r?\n\z", version);
        await RunAsync("package", "--path", "models/diabetes", "--output", "diabetes.modelpkg");
        Assert.Equal((1, true), await RegisterAsync());
        Assert.Equal((1, false), await RegisterAsync());
        Assert.True(File.Exists(_directory.File("mlflow.db")));
    }

    private async Task<(int Version, bool Created)> RegisterAsync()
    {
        using var report = JsonDocument.Parse(await RunAsync("register", "--model", "diabetes", "--package", "diabetes.modelpkg", "--json"));
        var result = report.RootElement.GetProperty("result");
        return (result.GetProperty("version").GetInt32(), result.GetProperty("created").GetBoolean());
    }

    // The tool's own program looks for a runtime where installers put it, which need not be where these tests run.
    private async Task<string> RunAsync(params string[] arguments)
    {
        var run = await ProcessRun.StartAsync(_directory.File("tools/modelops"), arguments, new()
        {
            WorkingDirectory = _directory.Path,
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
                ["HOME"] = _directory.Path,
                ["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()),
                ["MLFLOW_TRACKING_URI"] = "sqlite:///mlflow.db",
            },
        });
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run.Output;
    }
}
