namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>A clock that goes on by a millisecond with every look: nothing happens at the same time as something else, as on a server that takes its time.</summary>
internal sealed class TickingTime : TimeProvider
{
    private long _milliseconds = System.GetUtcNow().ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Increment(ref _milliseconds));
}
