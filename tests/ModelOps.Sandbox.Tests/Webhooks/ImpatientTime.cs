using System.Collections.Concurrent;

namespace ModelOps.Sandbox.Tests.Webhooks;

/// <summary>A clock whose short waits are over at once and are noted; the time-out of a request stays what it is.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime >= Limit)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
