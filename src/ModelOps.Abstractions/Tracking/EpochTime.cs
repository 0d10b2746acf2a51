namespace ModelOps.Abstractions.Tracking;

/// <summary>Reads times as stores keep them. Whoever may write runs may write any number there, so one beyond every date becomes the nearest date.</summary>
internal static class EpochTime
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The moment.</summary>
    /// <param name="milliseconds">Milliseconds since 1970.</param>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, First, Last));
}
