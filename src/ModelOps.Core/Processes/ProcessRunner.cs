using System.ComponentModel;
using System.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Processes;

/// <summary>Runs a program without a shell, and ends all that it started when its time is over or the caller gives up.</summary>
internal static class ProcessRunner
{
    // A process that the command left behind may hold its output open for ever; what the command itself wrote is in the pipe already.
    private static readonly TimeSpan LateOutput = TimeSpan.FromSeconds(1);

    // Timers know no longer time.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="request">The program.</param>
    /// <param name="onLine">Takes each line of both streams, one at a time; text from outside.</param>
    /// <param name="cancellationToken">Ends the program with all that it started.</param>
    /// <exception cref="ModelOpsException">The program cannot be started (MOP5001).</exception>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, Action<string> onLine, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tree = new ProcessTree();
        using var process = Start(request, tree);
        using var readers = new CancellationTokenSource();
        var output = OutputPump.RunAsync([process.StandardOutput, process.StandardError], onLine, readers.Token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.Timeout < Longest ? request.Timeout : Longest);
        var timedOut = false;
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await (request.EndsLeftovers ? tree.EndAsync(process, request.Grace) : Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            timedOut = !cancellationToken.IsCancellationRequested;
            await tree.EndAsync(process, request.Grace);
        }

        await Task.WhenAny(output, Task.Delay(LateOutput, CancellationToken.None));
        await readers.CancelAsync();
        await output;
        cancellationToken.ThrowIfCancellationRequested();
        return new(timedOut ? -1 : process.ExitCode, timedOut);
    }

    private static Process Start(ProcessRequest request, ProcessTree tree)
    {
        var program = Find(request) ?? throw NotStarted(request, "no directory of PATH has it");
        var start = ProcessTree.CreateStart(program);
        foreach (var argument in request.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = request.Directory;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in request.Environment.Append(tree.Mark))
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception failure)
        {
            throw NotStarted(request, failure.Message);
        }
    }

    // A bare name is never looked for in the working directory, which may be a checkout of somebody's change.
    private static string? Find(ProcessRequest request)
    {
        var isPath = request.Program.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0;
        if (!isPath)
        {
            return ProgramFile.Find(request.Program, request.Environment.GetValueOrDefault("PATH"));
        }

        var path = Path.GetFullPath(request.Program, request.Directory);
        return ProgramFile.IsProgram(path) ? path : throw NotStarted(request, "there is no program of that path");
    }

    private static ModelOpsException NotStarted(ProcessRequest request, string reason) => new(
        ExitCode.CouldNotRun,
        TestDiagnostics.ProgramNotStarted.At($"The program '{request.Program}' cannot be started in '{request.Directory}': {reason}."));
}
