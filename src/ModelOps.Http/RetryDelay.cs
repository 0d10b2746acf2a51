using System.Globalization;

namespace ModelOps.Http;

/// <summary>How long to wait before a repeat.</summary>
internal static class RetryDelay
{
    /// <summary>Longest pause between two tries, also when the server asks for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The server's wish if there is one, else a random part of a bound that doubles with every try; never over <see cref="Longest"/>.
    /// </summary>
    /// <param name="attempt">Repeats so far, from 0.</param>
    /// <param name="backoff">Bound before the first repeat.</param>
    /// <param name="wish">What the server asked for.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Choose(int attempt, TimeSpan backoff, TimeSpan? wish, double random)
    {
        var bound = backoff * Math.Pow(2, Math.Min(attempt, 16));
        return Min(wish ?? Min(bound, Longest) * random, Longest);
    }

    /// <summary>Reads a <c>Retry-After</c> header: seconds or a date; null when it is neither or absent.</summary>
    public static TimeSpan? Read(HttpAnswer answer, DateTimeOffset now)
    {
        if (!answer.Headers.TryGetValues("Retry-After", out var values) || values.FirstOrDefault() is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, (long)Longest.TotalSeconds));
        }

        return answer.Headers.RetryAfter?.Date is { } date ? (date > now ? date - now : TimeSpan.Zero) : null;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
