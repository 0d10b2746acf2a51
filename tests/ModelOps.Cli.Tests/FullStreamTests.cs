using System.Runtime.Versioning;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>A stream that takes nothing: the exit code is one of the contract, and the stream that works says why.</summary>
public sealed class FullStreamTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_full_or_closed_standard_output_is_exit_code_1()
    {
        foreach (var words in new[] { "status --json", "--version", "version", "completion bash", "--help" })
        {
            foreach (var redirection in new[] { ">/dev/full", ">&-" })
            {
                var (exitCode, error) = await RunAsync($"{words} {redirection}");

                Assert.True(exitCode == 1, $"{words} {redirection} ended with {exitCode}: {error}");
                Assert.Contains("error MOP4003: Standard output took no more", error, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            }
        }
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Findings_that_nobody_gets_change_no_exit_code_but_0()
    {
        Assert.Equal(2, (await RunAsync("regster 2>/dev/full")).ExitCode);
        Assert.Equal(2, (await RunAsync("regster 2>&-")).ExitCode);
        Assert.Equal(1, (await RunAsync("status 2>/dev/full")).ExitCode);
        Assert.Equal(1, (await RunAsync("status >/dev/full 2>/dev/full --json")).ExitCode);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_is_printed_to_a_closed_stream_reaches_no_file_of_the_run()
    {
        await ModelOpsCommand.RunAsync(_directory.Path, "status");
        var before = Directory.GetFiles(_directory.Path).ToDictionary(file => file, file => new FileInfo(file).Length);
        await RunAsync("status --explain <&- >&- 2>&-");

        Assert.Equal(before, Directory.GetFiles(_directory.Path).ToDictionary(file => file, file => new FileInfo(file).Length));
    }

    private async Task<(int ExitCode, string Error)> RunAsync(string words)
    {
        using var process = ModelOpsCommand.Start("sh", _directory.Path, [], ["-c", $"{ModelOpsProgram.ShellText} {words}"]);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await error);
    }
}
