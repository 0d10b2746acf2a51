using System.Runtime.CompilerServices;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>An error that nobody expected: what is said, and exit code 1.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_unexpected_error_has_a_code_what_happened_its_trace_and_what_to_do()
    {
        using var error = new StringWriter();

        var exitCode = Crash.Tell(Thrown("the disk said s3cret-t0ken"), new TestEnvironment { ["MLFLOW_TRACKING_TOKEN"] = "s3cret-t0ken" }, _directory.Path, error);

        var text = error.ToString();
        Assert.Equal(1, exitCode);
        Assert.StartsWith(
            "modelops: error MOP4001: The command met an error that the toolkit did not expect: System.InvalidOperationException: the disk said ***", text, StringComparison.Ordinal);
        Assert.Contains("   at ModelOps.Cli.Tests.CrashTests.Throw(", text, StringComparison.Ordinal);
        Assert.Contains("fix: Report it with the stack trace shown.", text, StringComparison.Ordinal);
        Assert.Contains("MODELOPS_DEBUG", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_that_is_asked_for_gets_it_too()
    {
        using var error = new StringWriter();

        Crash.Tell(Thrown("boom"), new TestEnvironment { ["MODELOPS_DEBUG"] = "debug.log" }, _directory.Path, error);

        Assert.Matches(@"Z crash +System\.InvalidOperationException: boom\n +at ModelOps\.Cli\.Tests\.CrashTests\.Throw\(", File.ReadAllText(_directory.File("debug.log")));
    }

    [Fact]
    public async Task What_leaves_the_command_ends_it_with_exit_code_1()
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            Assert.Equal(1, await Crash.GuardAsync(() => throw Thrown("boom")));
            Assert.Equal(4, await Crash.GuardAsync(() => Task.FromResult(4)));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }

        Assert.Contains("InvalidOperationException: boom", said.ToString(), StringComparison.Ordinal);
    }

    // A working directory that is gone is an error that no verb has begun to catch, as one of our own mistakes would be.
    [NativeFact]
    public async Task A_crash_of_the_native_program_names_methods_and_is_exit_code_1()
    {
        using var process = ModelOpsCommand.Start(
            "sh", _directory.Path, [], ["-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" status", ModelOpsProgram.File]);
        var output = await process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 1, $"{process.ExitCode}: {error}");
        Assert.Equal("", output);
        Assert.Contains("error MOP4001: The command met an error that the toolkit did not expect: ", error, StringComparison.Ordinal);
        Assert.Matches(@"   at ModelOps\.Cli\.CliProgram\.\S*RunAsync", error);
        Assert.Contains("fix: Report it with the stack trace shown.", error, StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            Throw(message);
            return new();
        }
        catch (InvalidOperationException failure)
        {
            return failure;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(string message) => throw new InvalidOperationException(message);
}
