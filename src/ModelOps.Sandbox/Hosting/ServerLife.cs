using System.Diagnostics;
using ModelOps.Core.Launching;

namespace ModelOps.Sandbox.Hosting;

/// <summary>Says when a server has to end: a signal, its time to live, the end of its starter, or the end of a process it watches.</summary>
internal sealed class ServerLife : IDisposable
{
    // As long as a timer can be set.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    // Never disposed: the thread that waits for the starter may cancel it until the process is gone.
    private readonly CancellationTokenSource _ended = new();
    private readonly TimeSpan _timeToLive;

    public ServerLife(SandboxOptions options)
    {
        _timeToLive = options.TtlSeconds is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)) : Timeout.InfiniteTimeSpan;
        if (options.WatchProcess is { } process)
        {
            _ = EndWithProcessAsync(process);
        }
    }

    /// <summary>Cancelled at the end.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Waits for the end; the time to live begins now.</summary>
    public Task WaitAsync()
    {
        _ended.CancelAfter(_timeToLive);
        return Task.Delay(Timeout.Infinite, Ended).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Ends it now.</summary>
    public void End() => _ended.Cancel();

    /// <summary>Ends it, and what it waits for.</summary>
    public void Dispose() => End();

    /// <summary>Ends it with its starter.</summary>
    /// <param name="input">What the starter holds the other end of.</param>
    public void EndWith(TextReader input) => new Thread(() => EndWithStarter(input)) { IsBackground = true, Name = "starter" }.Start();

    // The starter holds the other end of this pipe for as long as it lives, however it dies. The console's reader has no read that does not block.
    private void EndWithStarter(TextReader input)
    {
        while (input.ReadLine() is not null)
        {
        }

        _ended.Cancel();
    }

    private async Task EndWithProcessAsync(int process)
    {
        try
        {
            using var watched = Process.GetProcessById(process);
            await watched.WaitForExitAsync(Ended);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await _ended.CancelAsync();
    }
}
