using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The command as it was installed somewhere, on a machine that has nothing for it: no variable but an empty PATH, and no home.</summary>
/// <param name="file">The program, or a link to it.</param>
internal sealed class InstalledProgram(string file) : IDisposable
{
    /// <summary>The system's Python.</summary>
    public const string Python = "/usr/bin/python3";

    private readonly TempDirectory _directory = new();

    /// <summary>Installs the wheel with a Python that knows no index.</summary>
    public static Task InstallAsync(string python, string wheel, params string[] options) =>
        SucceedAsync(python, ["-m", "pip", "install", "--quiet", "--no-index", "--no-cache-dir", "--disable-pip-version-check", .. options, wheel]);

    /// <summary>Runs a program that must end well.</summary>
    public static async Task SucceedAsync(string program, params string[] arguments)
    {
        var run = await ProcessRun.StartAsync(program, arguments, new() { WorkingDirectory = Path.GetTempPath() });
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Registers a model in a repository whose commit is read without git, shows it, and serves a sandbox.</summary>
    public async Task WorkAsync()
    {
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), _directory.File("models/diabetes"));
        var commit = new GitScratch(_directory.Path).Commit("one");
        Directory.CreateDirectory(_directory.File("empty"));

        using var registered = await ResultAsync("register", "--model", "diabetes", "--path", "models/diabetes", "--json");
        using var status = await ResultAsync("status", "--json");

        Assert.Equal(1, registered.RootElement.GetProperty("result").GetProperty("version").GetInt32());
        Assert.Equal(commit, status.RootElement.GetProperty("result").GetProperty("versions")[0].GetProperty("commit").GetString());
        await ServeAsync();
    }

    private async Task<JsonDocument> ResultAsync(params string[] arguments)
    {
        var run = await ProcessRun.StartAsync(file, arguments, Options());
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return JsonDocument.Parse(run.Output);
    }

    private async Task ServeAsync()
    {
        using var process = Process.Start(ProcessRun.Describe(file, ["sandbox", "--json", "--watch-process", $"{Environment.ProcessId}"], Options()))!;
        try
        {
            var document = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                document.AppendLine(line);
                if (line == "}")
                {
                    break;
                }
            }

            using var started = JsonDocument.Parse(document.ToString());
            using var client = new HttpClient();
            var answer = await client.GetStringAsync($"{started.RootElement.GetProperty("result").GetProperty("uri").GetString()}/health");
            Assert.Equal("OK", answer);
        }
        finally
        {
            using var end = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-TERM", $"{process.Id}" } })!;
            await process.WaitForExitAsync();
        }
    }

    private ProcessOptions Options() => new()
    {
        WorkingDirectory = _directory.Path,
        Environment = new Dictionary<string, string> { ["PATH"] = _directory.File("empty"), ["MLFLOW_TRACKING_URI"] = "sqlite:///mlflow.db" },
    };
}
