using ModelOps.Abstractions.Diagnostics;
using ModelOps.Backends;
using ModelOps.Cli.Streams;
using ModelOps.Core.Hosting;
using ModelOps.Core.Launching;

namespace ModelOps.Cli;

/// <summary>The command as a process.</summary>
internal static class CliProgram
{
    /// <summary>Runs one call.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="ownSandbox">The sandbox that this program has inside; null where it is a program of its own.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IOwnSandbox? ownSandbox)
    {
        var streams = OutputStreams.OfProcess();
        if (args is ["--version"] or ["version"])
        {
            Console.Out.WriteLine(ToolVersion.Text);
            return streams.Settle((int)ExitCode.Ok);
        }

        return streams.Settle(await Crash.GuardAsync(() => RunAsync(ownSandbox, args)));
    }

    private static async Task<int> RunAsync(IOwnSandbox? ownSandbox, string[] args)
    {
        using var signals = new CancellationSignals();
        var workingDirectory = Directory.GetCurrentDirectory();
        TemporaryPlace.Choose(workingDirectory);
        var application = new CliApplication(CliConsole.OfProcess(), ProcessEnvironment.Instance, workingDirectory)
        {
            Backends = AllBackends.List,
            OwnSandbox = ownSandbox,
        };
        return await application.RunAsync(args, signals.Token);
    }
}
