namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>A clock that goes on by a second with every request, so that tokens expire in the middle of what a test does. Waits are real.</summary>
internal sealed class RequestClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private long _requests;

    public override DateTimeOffset GetUtcNow() => Start.AddSeconds(Interlocked.Read(ref _requests));

    public void Tick() => Interlocked.Increment(ref _requests);
}
