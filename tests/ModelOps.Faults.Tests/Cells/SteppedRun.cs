using ModelOps.Core.Running;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>A run whose calls pass one by one.</summary>
/// <param name="turns">Its turns.</param>
/// <param name="run">The run.</param>
internal sealed class SteppedRun(Turns turns, Task<VerbReport> run)
{
    private bool _isWaiting;

    /// <summary>How it ended.</summary>
    public Task<VerbReport> Run => run;

    /// <summary>Lets calls pass, each to its end; fewer when the run ends before.</summary>
    public async Task StepAsync(int calls)
    {
        for (var call = 0; call < calls && await ReachAsync(); call++)
        {
            _isWaiting = false;
            turns.Grant();
            await ReachAsync();
        }
    }

    /// <summary>Lets it come to its end.</summary>
    public async Task<VerbReport> EndAsync()
    {
        turns.Open();
        return await run;
    }

    /// <summary>Kills it where it is.</summary>
    public async Task KillAsync()
    {
        turns.Kill();
        await run;
    }

    // Ends with the next call that waits, or with the run.
    private async Task<bool> ReachAsync()
    {
        using var stop = new CancellationTokenSource();
        var arrived = _isWaiting ? Task.CompletedTask : turns.ArrivedAsync(stop.Token);
        _isWaiting = await Task.WhenAny(arrived, run) == arrived;
        await stop.CancelAsync();
        return _isWaiting;
    }
}
