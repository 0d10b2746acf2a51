namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>A clock whose waits are over after a fiftieth of their time; what is longer than a minute is a limit of everything together, which a busy machine needs whole.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromMinutes(1) ? dueTime / 50 : dueTime, period);
}
