namespace ModelOps.Faults.Tests.Cells;

/// <summary>A clock whose pauses are over at once and still pass, and which may be wrong by an hour. Whole minutes are limits, which stay what they are.</summary>
internal sealed class FaultTime : TimeProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private long _skipped;

    /// <summary>How wrong the clock is.</summary>
    public TimeSpan Skew { get; set; }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skipped + Skew;

    /// <inheritdoc />
    public override long GetTimestamp() => base.GetTimestamp() + (long)(Skipped.TotalSeconds * TimestampFrequency);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime >= Limit)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Interlocked.Add(ref _skipped, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private TimeSpan Skipped => new(Interlocked.Read(ref _skipped));
}
