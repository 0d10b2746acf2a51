using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Processes;

/// <summary>Runs a program without a shell, and ends all that it started when its time is over or the caller gives up.</summary>
internal static class ProcessRunner
{
    // A process that the command left behind may hold its output open for ever; what the command itself wrote is in the pipe already.
    private static readonly TimeSpan LateOutput = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="request">The program.</param>
    /// <param name="onLine">Takes each line of both streams, one at a time; text from outside.</param>
    /// <param name="cancellationToken">Ends the program with all that it started.</param>
    /// <exception cref="ModelOpsException">The program cannot be started (MOP5001).</exception>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, Action<string> onLine, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tree = new ProcessTree();
        using var process = ProcessStarter.Start(request, tree);
        process.StandardInput.Close();
        using var readers = new CancellationTokenSource();
        var output = OutputPump.RunAsync([process.StandardOutput, process.StandardError], onLine, readers.Token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.TimerTimeout);
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
}
