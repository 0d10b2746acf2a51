using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ModelOps.Core.Contract;

/// <summary>A length of time as people write it: <c>90s</c>, <c>20m</c>, <c>24h</c>, <c>7d</c>; a bare number means seconds. More than zero, at most 366 days.</summary>
public sealed record Duration
{
    internal const string Expected = "a length of time such as 90s, 20m, 24h or 7d";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Duration(TimeSpan value) => Value = value;

    /// <summary>The length.</summary>
    public TimeSpan Value { get; }

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Duration Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException($"'{text}' is not {Expected}.");

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The length.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Duration? duration)
    {
        duration = null;
        var digits = text.TrimEnd('s', 'm', 'h', 'd');
        var unit = text[digits.Length..] switch { "" or "s" => 1, "m" => 60, "h" => 3_600, "d" => 86_400, _ => 0 };
        if (unit > 0
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && TimeSpan.FromSeconds((long)count * unit) is { Ticks: > 0 } value
            && value <= Longest)
        {
            duration = new(value);
        }

        return duration is not null;
    }

    /// <summary>The length in the largest unit that holds it without a fraction.</summary>
    public override string ToString()
    {
        var seconds = (long)Value.TotalSeconds;
        var (count, unit) = seconds switch
        {
            _ when seconds % 86_400 == 0 => (seconds / 86_400, "d"),
            _ when seconds % 3_600 == 0 => (seconds / 3_600, "h"),
            _ when seconds % 60 == 0 => (seconds / 60, "m"),
            _ => (seconds, "s"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }
}
