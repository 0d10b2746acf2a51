using System.Runtime.Versioning;
using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The built command, run as users run it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Version_is_one_line()
    {
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path, "--version");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+\S*\r?\n\z", output);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_program_named_git_in_the_working_directory_is_not_run()
    {
        var model = Directory.CreateDirectory(_directory.File("model"));
        File.WriteAllText(_directory.File("git"), "#!/bin/sh\ntouch canary\n");
        File.SetUnixFileMode(_directory.File("git"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await ModelOpsCommand.RunAsync(_directory.Path, "check", "--path", model.FullName);

        Assert.False(File.Exists(_directory.File("canary")));
    }

    [Fact]
    public async Task Without_a_verb_the_help_goes_to_standard_error_and_the_exit_code_is_2()
    {
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("Usage: modelops <verb> [options]", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_a_call_is_named_at_once()
    {
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path, "register", "--modle", "churn", "--ready-timeout", "soon", "--alias");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("modelops explain MOP0003", error, StringComparison.Ordinal);
        Assert.Contains("error MOP0003: 'register' has no option '--modle'. Did you mean '--model'?", error, StringComparison.Ordinal);
        Assert.Contains("error MOP0002: Option '--alias' needs a value", error, StringComparison.Ordinal);
        Assert.Contains("error MOP0002: Input 'ready-timeout' cannot be 'soon'", error, StringComparison.Ordinal);
        Assert.Contains("error MOP0001: Input 'model' is required", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "regster", "--json")]
    [InlineData(2, "register", "--modle", "churn", "--json")]
    [InlineData(2, "check", "--path", "nowhere", "--json")]
    [InlineData(0, "status", "--explain", "--json")]
    [InlineData(2, "--json")]
    public async Task With_json_standard_output_is_one_document_on_every_host(int expected, params string[] words)
    {
        foreach (var environment in new TestEnvironment[] { [], new() { ["GITHUB_ACTIONS"] = "true" }, new() { ["TF_BUILD"] = "True" } })
        {
            environment["MLFLOW_TRACKING_TOKEN"] = "t0ken-of-the-test";
            var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path, environment, words);

            Assert.Equal(expected, exitCode);
            using var document = JsonDocument.Parse(output);
            Assert.Equal(expected, document.RootElement.GetProperty("exitCode").GetInt32());
            Assert.Equal(expected != 0, document.RootElement.GetProperty("diagnostics").GetArrayLength() > 0);
            Assert.Equal(expected != 0 && environment.Any(variable => variable.Key is "GITHUB_ACTIONS" or "TF_BUILD"), error.Contains("MOP0", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_most_explicit_source_wins()
    {
        File.WriteAllText(_directory.File("modelops.yml"), "version: 1\nmodels: [{name: configured, path: p}]\ndefaults: {history: {environment: default-env, limit: 3}}\n");
        var environment = new TestEnvironment { ["MODELOPS_MODEL"] = "from-modelops", ["INPUT_MODEL"] = "from-input", ["INPUT_LIMIT"] = "7" };

        Assert.Contains("argument", await ModelOf("--model", "given"), StringComparison.Ordinal);
        Assert.Contains("MODELOPS_MODEL", await ModelOf(), StringComparison.Ordinal);
        environment.Remove("MODELOPS_MODEL");
        Assert.Contains("INPUT_MODEL", await ModelOf(), StringComparison.Ordinal);
        environment.Remove("INPUT_MODEL");
        Assert.Contains("modelops.yml models", await ModelOf(), StringComparison.Ordinal);
        Assert.Contains("INPUT_LIMIT", await Line("limit"), StringComparison.Ordinal);
        Assert.Contains("modelops.yml defaults.history", await Line("environment"), StringComparison.Ordinal);
        Assert.EndsWith("modelops.yml  found", await Line("config"), StringComparison.Ordinal);

        Task<string> ModelOf(params string[] more) => Line("model", more);

        async Task<string> Line(string input, params string[] more)
        {
            var (exitCode, output, _) = await ModelOpsCommand.RunAsync(_directory.Path, environment, ["history", "--explain", .. more]);
            Assert.Equal(0, exitCode);
            return output.Split('\n').Single(line => line.StartsWith(input + " ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("modelops reg", "register")]
    [InlineData("modelops register --mo", "--model")]
    [InlineData("modelops register --alias ch", "champion")]
    [InlineData("modelops completion b", "bash")]
    public async Task The_shell_gets_suggestions(string line, string expected)
    {
        var (exitCode, output, _) = await ModelOpsCommand.RunAsync(_directory.Path, $"[suggest:{line.Length}]", line);

        Assert.Equal(0, exitCode);
        Assert.Contains(expected, output.Split('\n').Select(word => word.TrimEnd('\r')));
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("pwsh", "Register-ArgumentCompleter ")]
    public async Task Every_shell_has_a_completion_script(string shell, string expected)
    {
        var (exitCode, output, _) = await ModelOpsCommand.RunAsync(_directory.Path, "completion", shell);

        Assert.Equal(0, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task A_terminal_gets_a_table_and_a_pipe_does_not()
    {
        var (_, piped, _) = await ModelOpsCommand.RunAsync(_directory.Path, "status", "--explain");
        Assert.DoesNotContain('─', piped);
        Assert.Contains("─", await Terminal.RunAsync(_directory.Path, [], "status --explain"), StringComparison.Ordinal);
        Assert.DoesNotContain("─", await Terminal.RunAsync(_directory.Path, new() { ["CI"] = "true" }, "status --explain"), StringComparison.Ordinal);
    }
}
