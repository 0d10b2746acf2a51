namespace ModelOps.Faults.Tests.Cells;

/// <summary>Lets the calls of one run pass one by one.</summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _granted = new(0);
    private volatile bool _isOpen;

    /// <summary>Whether the run is dead: nothing that it sends arrives.</summary>
    public bool IsDead { get; private set; }

    /// <summary>A call waits for its turn.</summary>
    public async Task WaitAsync()
    {
        if (!_isOpen)
        {
            _arrived.Release();
            await _granted.WaitAsync();
        }
    }

    /// <summary>Ends when a call waits.</summary>
    public Task ArrivedAsync(CancellationToken cancellationToken) => _arrived.WaitAsync(cancellationToken);

    /// <summary>Lets one call pass.</summary>
    public void Grant() => _granted.Release();

    /// <summary>Lets all calls pass from now on.</summary>
    public void Open()
    {
        _isOpen = true;
        _granted.Release(1000);
    }

    /// <summary>Kills the run.</summary>
    public void Kill()
    {
        IsDead = true;
        Open();
    }
}
