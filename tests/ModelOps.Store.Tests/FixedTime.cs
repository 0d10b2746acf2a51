namespace ModelOps.Store.Tests;

/// <summary>A clock that stands still.</summary>
public sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_795_234_412_719);

    public static FixedTime Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => Now;
}
