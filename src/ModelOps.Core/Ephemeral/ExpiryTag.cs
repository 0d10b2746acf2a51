using System.Globalization;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Ephemeral;

/// <summary>The tag that says from when on a registered model or an experiment may be removed by <c>clean</c>.</summary>
internal static class ExpiryTag
{
    /// <summary>Key of the tag.</summary>
    public const string Key = "modelops.expires";

    private const string Written = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // The clocks of two build agents differ; what one of them is about to use, the other must not remove.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly string[] Forms = [Written, "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The tag for a time.</summary>
    public static Tag At(DateTimeOffset time) => new(Key, time.ToUniversalTime().ToString(Written, CultureInfo.InvariantCulture));

    /// <summary>Reads the value of a tag.</summary>
    /// <returns>The time; null when the value is none in ISO 8601 with its zone.</returns>
    public static DateTimeOffset? Read(string value) =>
        DateTimeOffset.TryParseExact(value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Whether what expires at a time may be removed.</summary>
    public static bool IsOver(DateTimeOffset expires, DateTimeOffset now) => now - expires >= Grace;
}
