using System.Globalization;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Points in time as protocol buffers' JSON form writes them (RFC 3339), kept in epoch milliseconds.</summary>
internal static class WireTime
{
    private const int MostDigits = 7;

    /// <summary>Reads a time; null when it is none. What is finer than a millisecond is cut.</summary>
    public static long? Parse(string? text)
    {
        if (text is not { Length: >= 20 } || text[10] != 'T')
        {
            return null;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var zone = text.AsSpan(dot < 0 ? 19 : dot).IndexOfAny('Z', '+', '-') + (dot < 0 ? 19 : dot);
        if (zone < 19)
        {
            return null;
        }

        // .NET reads seven digits of a fraction, the wire has up to nine.
        var digits = dot < 0 ? 0 : zone - dot - 1;
        var plain = digits > MostDigits ? text[..(dot + 1 + MostDigits)] + text[zone..] : text;
        return digits <= 9 && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? (long)Math.Floor((time - DateTimeOffset.UnixEpoch).TotalMilliseconds)
            : null;
    }

    /// <summary>A time as text: in UTC, with no fraction or three digits of one. A number beyond any date becomes the nearest date.</summary>
    public static string Format(long milliseconds)
    {
        var time = EpochTime.Of(milliseconds);
        return time.ToString(time.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
