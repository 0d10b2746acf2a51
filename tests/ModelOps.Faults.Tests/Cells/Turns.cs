using System.Threading.Channels;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>Lets the calls of one run pass one by one.</summary>
internal sealed class Turns
{
    private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _granted = Channel.CreateUnbounded<bool>();
    private volatile bool _isOpen;

    /// <summary>Whether the run is dead: nothing that it sends arrives.</summary>
    public bool IsDead { get; private set; }

    /// <summary>A call waits for its turn.</summary>
    public async Task WaitAsync()
    {
        if (!_isOpen)
        {
            _arrived.Writer.TryWrite(true);

            try
            {
                await _granted.Reader.ReadAsync();
            }
            catch (ChannelClosedException)
            {
                // Nobody gives turns any more.
            }
        }
    }

    /// <summary>Ends when a call waits.</summary>
    public Task ArrivedAsync(CancellationToken cancellationToken) => _arrived.Reader.ReadAsync(cancellationToken).AsTask();

    /// <summary>Lets one call pass.</summary>
    public void Grant() => _granted.Writer.TryWrite(true);

    /// <summary>Lets all calls pass from now on.</summary>
    public void Open()
    {
        _isOpen = true;
        _granted.Writer.TryComplete();
    }

    /// <summary>Kills the run.</summary>
    public void Kill()
    {
        IsDead = true;
        Open();
    }
}
