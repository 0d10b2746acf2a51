using System.Diagnostics;
using System.Runtime.Versioning;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.House;

/// <summary>.ci/run as it stands, with a build beside it that only says what the real one says.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CiRunTests : IDisposable
{
    private const string Said = """
          112 s  ModelOps.Core.Tests
        3 passed, 0 failed, 1 skipped

          Task                       Duration                         Status
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Build                      00:01:10.1200000                 Succeeded
          Test                       00:02:03.4500000                 Succeeded
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Total:                     00:03:13.5700000
        """;

    private readonly TempDirectory _directory = new();

    public CiRunTests()
    {
        Directory.CreateDirectory(_directory.File(".ci"));
        Directory.CreateDirectory(_directory.File("bin"));
        File.Copy(Path.Combine(TestFiles.Root, ".ci", "run"), _directory.File(".ci/run"));
        Write("bin/apt-get", "exit 0");
    }

    public void Dispose() => _directory.Dispose();

    [LinuxFact]
    public async Task A_run_in_time_ends_as_the_build_does_and_with_its_count()
    {
        WriteBuild(exitCode: 0);

        var (exitCode, lines) = await RunAsync("1200");

        Assert.Equal(0, exitCode);
        Assert.Equal("3 passed, 0 failed, 1 skipped", lines[^1]);
        Assert.Contains(lines, line => line.Contains(" of 1200 s were taken", StringComparison.Ordinal));
        Assert.DoesNotContain("That is too long. It went into:", lines);
    }

    [LinuxFact]
    public async Task A_run_beyond_its_limit_fails_and_says_what_took_the_time()
    {
        WriteBuild(exitCode: 0);

        var (exitCode, lines) = await RunAsync("-1");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "That is too long. It went into:",
                "  Build                      00:01:10.1200000                 Succeeded",
                "  Test                       00:02:03.4500000                 Succeeded",
                "  112 s  ModelOps.Core.Tests",
                "3 passed, 0 failed, 1 skipped",
            ],
            lines[^5..]);
    }

    [LinuxFact]
    public async Task A_build_that_fails_keeps_its_exit_code_and_its_count()
    {
        WriteBuild(exitCode: 4);

        Assert.Equal(4, (await RunAsync("1200")).ExitCode);
        var (exitCode, lines) = await RunAsync("-1");
        Assert.Equal((4, "3 passed, 0 failed, 1 skipped"), (exitCode, lines[^1]));
    }

    private void WriteBuild(int exitCode) => Write("build.sh", $"cat <<'SAID'\n{Said}\nSAID\nexit {exitCode}");

    private void Write(string name, string script)
    {
        File.WriteAllText(_directory.File(name), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(_directory.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<(int ExitCode, string[] Lines)> RunAsync(string limit)
    {
        var start = new ProcessStartInfo("bash", [_directory.File(".ci/run")]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{_directory.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["MODELOPS_CI_LIMIT"] = limit;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.TrimEnd('\n').Split('\n'));
    }
}
