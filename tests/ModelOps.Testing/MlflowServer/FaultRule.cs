namespace ModelOps.Testing.MlflowServer;

/// <summary>Makes some requests go wrong.</summary>
/// <param name="Match">Part of <c>METHOD /path</c>, such as <c>POST /api/2.0/mlflow/runs/create</c>.</param>
/// <param name="Mode">What goes wrong.</param>
public sealed record FaultRule(string Match, FaultMode Mode)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seen;

    /// <summary>Ends when the first request begins to go wrong.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Matching requests that pass before the first fault.</summary>
    public int Offset { get; init; }

    /// <summary>Faults.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Status of <see cref="FaultMode.StatusBefore"/> and <see cref="FaultMode.StatusAfter"/>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>MLflow's word for the error, which makes the answer one of MLflow's; null for the page of something between.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Value of a Retry-After header; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>How long <see cref="FaultMode.Delay"/> waits, unless it is released before.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Where <see cref="FaultMode.Redirect"/> points.</summary>
    public string Location { get; init; } = "";

    internal Task Released => _released.Task;

    /// <summary>Ends the wait of <see cref="FaultMode.Delay"/>.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Whether this request is to go wrong; counts it.</summary>
    internal bool Takes(string request)
    {
        if (!request.Contains(Match, StringComparison.Ordinal))
        {
            return false;
        }

        var number = Interlocked.Increment(ref _seen) - 1;
        if (number < Offset || number >= Offset + Times)
        {
            return false;
        }

        _begun.TrySetResult();
        return true;
    }
}
