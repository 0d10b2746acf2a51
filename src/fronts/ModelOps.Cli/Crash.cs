using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Backends;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli;

/// <summary>The end of a command by an error that nobody expected and no verb has caught: a finding with its stack trace, and exit code 1.</summary>
internal static class Crash
{
    /// <summary>Runs the command.</summary>
    /// <param name="run">The command; gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        // What fails on a thread of its own has nobody to catch it: the runtime aborts the process after this, so there is nobody to return a code to.
#pragma warning disable RS0030
        AppDomain.CurrentDomain.UnhandledException += (_, fault) => Environment.Exit(Tell((Exception)fault.ExceptionObject));
#pragma warning restore RS0030
        try
        {
            return await run();
        }
        catch (Exception failure)
        {
            return Tell(failure);
        }
    }

    /// <summary>Says it.</summary>
    /// <param name="failure">The error.</param>
    /// <param name="environment">Environment variables: whose secrets are hidden, and where a log is wanted.</param>
    /// <param name="workingDirectory">Where a relative path starts.</param>
    /// <param name="error">Takes the finding.</param>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception failure, IEnvironment environment, string workingDirectory, TextWriter error)
    {
        // Results are printed nowhere any more; the commands of a build host are read from standard error too.
        var host = BuildHosts.Detect(environment, error, error);
        host.MaskSecrets(environment, AllBackends.List);
        using (var log = DebugLog.Open(host, environment, workingDirectory, TimeProvider.System))
        {
            log.Write("crash", failure.ToString());
        }

        host.Report(HostDiagnostics.Internal.At($"The command met an error that the toolkit did not expect: {failure}"));
        return (int)ExitCode.InternalError;
    }

    private static int Tell(Exception failure) => Tell(failure, ProcessEnvironment.Instance, WorkingDirectory(), Console.Error);

    // That there is none any more may be the error.
    private static string WorkingDirectory()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Path.GetTempPath();
        }
    }
}
