using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The command as it was installed somewhere, on a machine that has nothing for it: not one variable, so no PATH and no home.</summary>
/// <param name="file">The program, or a link to it.</param>
/// <param name="call">Turns working directory, program and words into what is run; null runs the program as it is.</param>
internal sealed class InstalledProgram(string file, Func<string, string[], (string Program, IReadOnlyList<string> Words)>? call = null) : IDisposable
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
        await File.WriteAllTextAsync(_directory.File("modelops.yml"), "version: 1\nenvironments:\n  dev:\n    tracking_uri: sqlite:///mlflow.db\n");
        var commit = new GitScratch(_directory.Path).Commit("one");

        using var registered = await ResultAsync("register", "--model", "diabetes", "--path", "models/diabetes", "--environment", "dev", "--json");
        using var status = await ResultAsync("status", "--environment", "dev", "--json");

        Assert.Equal(1, registered.RootElement.GetProperty("result").GetProperty("version").GetInt32());
        Assert.Equal(commit, status.RootElement.GetProperty("result").GetProperty("versions")[0].GetProperty("commit").GetString());
        await ServeAsync();
    }

    private async Task<JsonDocument> ResultAsync(params string[] arguments)
    {
        var (program, words) = Call(arguments);
        var run = await ProcessRun.StartAsync(program, words, Options());
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return JsonDocument.Parse(run.Output);
    }

    private async Task ServeAsync()
    {
        var (program, words) = Call("sandbox", "--json", "--watch-process", $"{Environment.ProcessId}");
        using var process = Process.Start(ProcessRun.Describe(program, words, Options()))!;
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

    private (string Program, IReadOnlyList<string> Words) Call(params string[] words) => call?.Invoke(_directory.Path, [file, .. words]) ?? (file, words);

    private ProcessOptions Options() => new() { WorkingDirectory = _directory.Path, Environment = new Dictionary<string, string>() };
}
