using System.Runtime.Versioning;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Cli.Tests;

/// <summary>The log of a run of the built command, which MODELOPS_DEBUG asks for.</summary>
public sealed class DebugLogTests : IDisposable
{
    private const string Token = "tok-5f0c1a9e77";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_file_gets_surroundings_inputs_requests_steps_and_the_end_and_no_secret()
    {
        await using var server = await MlflowServer.StartAsync(new() { Authorization = $"Bearer {Token}" });
        PrepareModel();
        var (exitCode, _, error) = await RegisterAsync(new()
        {
            ["MODELOPS_DEBUG"] = "debug.log",
            ["MLFLOW_TRACKING_URI"] = server.Url,
            ["MLFLOW_TRACKING_TOKEN"] = Token,
            ["GITLAB_PAT"] = "glpat-0123456789abcdef0123",
            ["MODELOPS_PAT"] = "pat",
            ["GIT_CONFIG_VALUE_0"] = "AUTHORIZATION: basic Zm9vOmJhcg==",
            ["HTTPS_PROXY"] = "http://ada:lovelace1815@proxy.test:3128",
        });

        Assert.True(exitCode == 0, error);
        Assert.DoesNotContain("http ", error, StringComparison.Ordinal);
        var log = File.ReadAllText(_directory.File("debug.log"));
        foreach (var line in log.TrimEnd().Split('\n'))
        {
            Assert.Matches(@"\A(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (run|env|input|git|http|step|finding|failure) |    )", line);
        }

        Assert.Contains($"modelops {ToolVersion.Text}", log, StringComparison.Ordinal);
        Assert.Contains(ModelOpsProgram.IsNative ? "register (native, " : "register (portable, ", log, StringComparison.Ordinal);
        Assert.Contains("input   model=churn (argument)", log, StringComparison.Ordinal);
        Assert.Contains("env     MLFLOW_TRACKING_TOKEN=***", log, StringComparison.Ordinal);
        Assert.Contains("env     MODELOPS_PAT=***", log, StringComparison.Ordinal);
        Assert.Contains("git     commit ", log, StringComparison.Ordinal);
        Assert.Contains("step    run created", log, StringComparison.Ordinal);
        Assert.Contains("run     exit code 0 (Ok) after ", log, StringComparison.Ordinal);
        Assert.Equal(server.Requests.Count, log.Split('\n').Count(line => line.Contains("Z http ", StringComparison.Ordinal)));
        Assert.Matches(@"http +POST http://127\.0\.0\.1:\d+/api/2\.0/mlflow/model-versions/create: 200 in \d+ ms", log);
        foreach (var secret in new[] { Token, "Bearer", "lovelace1815", "glpat-", "Zm9vOmJhcg" })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_file_is_its_owners_alone_and_later_runs_are_added()
    {
        await using var server = await MlflowServer.StartAsync();
        PrepareModel();
        TestEnvironment environment = new() { ["MODELOPS_DEBUG"] = "debug.log", ["MLFLOW_TRACKING_URI"] = server.Url };

        await RegisterAsync(environment);
        var first = File.ReadAllText(_directory.File("debug.log"));
        await RegisterAsync(environment);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_directory.File("debug.log")));
        Assert.StartsWith(first, File.ReadAllText(_directory.File("debug.log")), StringComparison.Ordinal);
        Assert.True(new FileInfo(_directory.File("debug.log")).Length > first.Length);
    }

    [Theory]
    [InlineData("no-such-directory/debug.log")]
    [InlineData(".")]
    public async Task A_place_that_cannot_be_written_is_one_warning(string place)
    {
        await using var server = await MlflowServer.StartAsync();
        PrepareModel();

        var (exitCode, _, error) = await RegisterAsync(new() { ["MODELOPS_DEBUG"] = place, ["MLFLOW_TRACKING_URI"] = server.Url });

        Assert.True(exitCode == 0, error);
        Assert.Equal(2, error.Split("warning MOP4003: MODELOPS_DEBUG names a log that cannot be written").Length);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task One_shows_it_on_standard_error_and_nothing_is_said_unasked(string? value, bool isShown)
    {
        await using var server = await MlflowServer.StartAsync();
        PrepareModel();
        TestEnvironment environment = new() { ["MLFLOW_TRACKING_URI"] = server.Url };
        if (value is not null)
        {
            environment["MODELOPS_DEBUG"] = value;
        }

        var (exitCode, output, error) = await RegisterAsync(environment);

        Assert.True(exitCode == 0, error);
        Assert.Equal(isShown, error.Contains("model-versions/create: 200 in ", StringComparison.Ordinal));
        Assert.DoesNotContain("model-versions/create", output, StringComparison.Ordinal);
        Assert.Equal(["model"], Directory.EnumerateFileSystemEntries(_directory.Path).Select(Path.GetFileName).Where(name => name != ".git"));
    }

    [Fact]
    public async Task A_failure_has_its_stack_trace_with_the_names_of_methods()
    {
        PrepareModel();

        var (exitCode, _, error) = await RegisterAsync(new()
        {
            ["MODELOPS_DEBUG"] = "debug.log",
            ["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:1",
            ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0",
        });

        Assert.Equal(6, exitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        var log = File.ReadAllText(_directory.File("debug.log"));
        Assert.Matches(@"http +GET http://127\.0\.0\.1:1/api/2\.0/mlflow/model-versions/search\?filter=name = 'churn'.*: no answer in \d+ ms, HttpRequestException", log);
        Assert.Matches(@"failure ModelOps\.Abstractions\.Diagnostics\.ModelOpsException", log);
        Assert.Matches(@" +at ModelOps\.Mlflow\.MlflowClient\.\S*SendAsync", log);
        Assert.Contains("finding Error MOP2002", log, StringComparison.Ordinal);
        Assert.Contains("exit code 6 ", log, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Out, string Error)> RegisterAsync(TestEnvironment environment) =>
        ModelOpsCommand.RunAsync(_directory.Path, environment, "register", "model", "--model", "churn");

    private void PrepareModel()
    {
        TestFiles.WriteSmallest(_directory.File("model"));
        new GitScratch(_directory.Path).Commit("model");
    }
}
