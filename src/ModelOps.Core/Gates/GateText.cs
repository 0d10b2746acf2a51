using System.Globalization;

namespace ModelOps.Core.Gates;

/// <summary>Numbers and names as gates show them: the same on every machine, and short enough for a table.</summary>
internal static class GateText
{
    private const int MaxName = 100;
    private const int Digits = 4;
    private const int AllDigits = 17;

    /// <summary>A number to four significant digits.</summary>
    public static string Number(double value) => Round(value, Digits);

    /// <summary>A number as somebody wrote it in modelops.yml.</summary>
    public static string Limit(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with as many digits as it takes to see on which side of some limits it is.</summary>
    public static string Beside(double value, params ReadOnlySpan<double?> limits)
    {
        for (var digits = Digits; digits < AllDigits; digits++)
        {
            var text = Round(value, digits);
            var shown = double.Parse(text, CultureInfo.InvariantCulture);
            if (IsOnSameSide(value, shown, limits))
            {
                return text;
            }
        }

        return Limit(value);
    }

    /// <summary>Text from outside, cut to what a table can hold.</summary>
    public static string Name(string text) => text.Length <= MaxName ? text : string.Concat(text.AsSpan(0, MaxName - 1), "…");

    /// <summary>The start of a digest, which is enough to tell two apart.</summary>
    public static string Digest(string digest) => digest.Length <= "sha256:".Length + 12 ? digest : digest[..("sha256:".Length + 12)];

    /// <summary>A number of things.</summary>
    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static bool IsOnSameSide(double value, double shown, ReadOnlySpan<double?> limits)
    {
        foreach (var limit in limits)
        {
            if (limit is { } number && value.CompareTo(number) != shown.CompareTo(number))
            {
                return false;
            }
        }

        return true;
    }

    // The format G would write 12345 as 1.234E+04.
    private static string Round(double value, int digits) =>
        Math.Abs(value) >= Math.Pow(10, digits) && Math.Abs(value) < 1e15
            ? Math.Round(value).ToString("F0", CultureInfo.InvariantCulture)
            : value.ToString($"G{digits}", CultureInfo.InvariantCulture);
}
