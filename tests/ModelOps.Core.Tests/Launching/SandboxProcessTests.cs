using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Launching;

public sealed class SandboxProcessTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private readonly TestEnvironment _environment = new()
    {
        ["PATH"] = "/usr/bin:/bin",
        ["HOME"] = "/nowhere",
        ["MLFLOW_TRACKING_TOKEN"] = "t0ken",
        ["GITHUB_TOKEN"] = "t0ken",
    };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_sandbox_serves_until_it_is_disposed_and_takes_its_throw_away_store_along()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var sandbox = await SandboxProcess.StartAsync(SandboxCommand.Find(ProcessEnvironment()), new(), ProcessEnvironment(), default);

        Assert.Equal("OK", await client.GetStringAsync($"{sandbox.Uri}/health"));
        Assert.True(File.Exists(sandbox.Ready.StoreFile));
        await sandbox.DisposeAsync();

        Assert.False(File.Exists(sandbox.Ready.StoreFile));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(sandbox.Ready.ProcessId));
    }

    [Fact]
    public async Task What_the_sandbox_refuses_is_a_finding_of_bad_input()
    {
        File.WriteAllText(_directory.File("store.db"), "no database");
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => SandboxProcess.StartAsync(
            SandboxCommand.Find(ProcessEnvironment()), new() { StoreFile = _directory.File("store.db") }, ProcessEnvironment(), default));

        Assert.Equal((ExitCode.BadInput, RegistryDiagnostics.StoreUnusable), (failure.ExitCode, Assert.Single(failure.Diagnostics).Descriptor));
    }

    [UnixFact]
    public async Task The_process_gets_its_options_as_one_line_and_no_secret()
    {
        await using var sandbox = await StartAsync($"read -r line; echo \"$line\" > {_directory.File("options")}; env > {_directory.File("env")}; {Ready}; read -r rest");

        Assert.Contains("\"behaves_like\":\"2.22\"", File.ReadAllText(_directory.File("options")), StringComparison.Ordinal);
        Assert.DoesNotContain("t0ken", File.ReadAllText(_directory.File("env")), StringComparison.Ordinal);
        Assert.Contains("HOME=/nowhere", File.ReadAllText(_directory.File("env")), StringComparison.Ordinal);
        Assert.Equal("http://127.0.0.1:1", sandbox.Uri);
    }

    [UnixFact]
    public async Task Its_input_ends_with_the_starter()
    {
        var sandbox = await StartAsync($"read -r line; {Ready}; while read -r rest; do :; done; echo ended > {_directory.File("ended")}");
        Assert.False(File.Exists(_directory.File("ended")));
        await sandbox.DisposeAsync();

        Assert.Equal("ended\n", File.ReadAllText(_directory.File("ended")));
        Assert.Equal(0, await sandbox.Exited);
    }

    [UnixFact]
    public async Task A_flood_on_both_outputs_does_not_stop_it_and_the_end_of_it_is_kept()
    {
        await using var sandbox = await StartAsync(
            $"read -r line; {Ready}; i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789012345678901234567890123456789; echo \"error $i\" >&2; i=$((i+1)); done; exit 3");

        Assert.Equal(3, await sandbox.Exited.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [UnixTheory]
    [InlineData("exit 5", "ended before")]
    [InlineData("read -r line; echo 'out of memory' >&2; exit 5", "out of memory")]
    [InlineData("read -r line; echo '<html>'; read -r rest", "not understood")]
    [InlineData("read -r line; echo '{}'; read -r rest", "no reason")]
    [InlineData("read -r line; echo 'null'; read -r rest", "not understood")]
    public async Task A_process_that_does_not_answer_properly_could_not_run(string script, string words)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => StartAsync(script));

        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal((ExitCode.CouldNotRun, SandboxDiagnostics.NotReady), (failure.ExitCode, diagnostic.Descriptor));
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Cancellation_ends_a_process_that_never_answers()
    {
        using var source = new CancellationTokenSource();
        var starting = StartAsync($"read -r line; echo $$ > {_directory.File("pid")}.new; mv {_directory.File("pid")}.new {_directory.File("pid")}; read -r rest", source.Token);
        while (!File.Exists(_directory.File("pid")))
        {
            await Task.Delay(10);
        }

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(_directory.File("pid")), System.Globalization.CultureInfo.InvariantCulture)));
    }

    private const string Ready = "echo '{\"uri\":\"http://127.0.0.1:1\",\"process_id\":1}'";

    private static Core.Hosting.ProcessEnvironment ProcessEnvironment() => Core.Hosting.ProcessEnvironment.Instance;

    private Task<SandboxProcess> StartAsync(string script, CancellationToken cancellationToken = default) =>
        SandboxProcess.StartAsync(new("/bin/sh", ["-c", script]), new() { BehavesLike = "2.22" }, _environment, cancellationToken);
}
