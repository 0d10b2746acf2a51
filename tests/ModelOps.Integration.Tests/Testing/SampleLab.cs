using System.Runtime.InteropServices;
using System.Text.Json;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>A repository with the sample, or an empty one, in which the built command runs as a user would call it.</summary>
internal sealed class SampleLab : IDisposable
{
    /// <summary>Where Debian installs pytest.</summary>
    public const string Pytest = "/usr/bin/pytest";

    private readonly TempDirectory _directory = new();

    public SampleLab(bool isEmpty = false)
    {
        Git = new(Path);
        if (!isEmpty)
        {
            TestFiles.CopyDirectory(System.IO.Path.Combine(TestFiles.Root, "samples", "diabetes"), Path);
            Git.Commit("sample");
        }

        string[] passed = ["HOME", "NUGET_PACKAGES", "TMPDIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];
        foreach (var name in passed)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                Environment[name] = value;
            }
        }

        Environment["PATH"] = $"/usr/bin:{System.Environment.GetEnvironmentVariable("PATH")}";
        Environment["DOTNET_ROOT"] = System.IO.Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        Environment["MSBUILDDISABLENODEREUSE"] = "1";
        Environment["UseSharedCompilation"] = "false";
    }

    /// <summary>The command.</summary>
    public static string Command => ModelOpsProgram.File;

    /// <summary>What is run; the command, unless a test has it installed.</summary>
    public string Program { get; init; } = Command;

    public string Path => _directory.Path;

    public GitScratch Git { get; }

    public Dictionary<string, string> Environment { get; } = [];

    public string File(string relative) => _directory.File(relative);

    /// <summary>Replaces a text that is there in a file.</summary>
    public void Replace(string file, string old, string by)
    {
        var text = System.IO.File.ReadAllText(File(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File(file), text.Replace(old, by, StringComparison.Ordinal));
    }

    public Task<ProcessRun> RunAsync(params string[] arguments) =>
        ProcessRun.StartAsync(Program, arguments, new() { WorkingDirectory = Path, Environment = Environment });

    /// <summary>Runs a verb that ends with an exit code, and returns its result.</summary>
    public async Task<JsonElement> ResultAsync(int exitCode, params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--json"]);
        Assert.True(run.ExitCode == exitCode, $"exit code {run.ExitCode}\n{run.Output}\n{run.Error}");
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>Runs a program of the machine, which must end well.</summary>
    public async Task ProgramAsync(string program, params string[] arguments)
    {
        var run = await ProcessRun.StartAsync($"/usr/bin/{program}", arguments, new() { WorkingDirectory = Path, Environment = Environment });
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    public void Dispose() => _directory.Dispose();
}
