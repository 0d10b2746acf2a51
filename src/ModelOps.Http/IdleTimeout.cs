namespace ModelOps.Http;

/// <summary>Cancels when nothing happened for a while.</summary>
internal sealed class IdleTimeout : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _period;

    public IdleTimeout(TimeSpan period, CancellationToken caller)
    {
        _period = period;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Touch();
    }

    /// <summary>Cancelled by the caller or by silence.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was silence.</summary>
    public bool Elapsed => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Something happened: the period begins again.</summary>
    public void Touch() => _source.CancelAfter(_period);

    /// <summary>What to throw when it was silence.</summary>
    public TimeoutException Timeout(Exception cause) => new($"Nothing came for {_period.TotalSeconds:0.#} s", cause);

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();
}
