using System.Globalization;
using System.Text;
using System.Xml;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Reporting;

/// <summary>Text and numbers as reports write them, in every format and on every machine the same.</summary>
internal static class ReportText
{
    /// <summary>Letters that a text from outside has at most.</summary>
    public const int MaxLength = 500;

    /// <summary>What stands for no value.</summary>
    public const string None = "-";

    /// <summary>A text from outside as one line of visible letters that every reader of XML takes.</summary>
    public static string Clean(string text, int limit = MaxLength)
    {
        var line = LogText.Clean(text.Length > limit ? Cut(text, limit - 3) + "..." : text);
        return line.All(letter => char.IsSurrogate(letter) || XmlConvert.IsXmlChar(letter))
            ? line
            : string.Concat(line.Where(letter => char.IsSurrogate(letter) || XmlConvert.IsXmlChar(letter)));
    }

    /// <summary>A measured number, to four digits or so.</summary>
    public static string Number(double? value) => value switch
    {
        null or double.NaN => None,
        double.PositiveInfinity => "infinite",
        double.NegativeInfinity => "-infinite",
        0 => "0",
        { } number => number.ToString(FormatOf(Math.Abs(number)), CultureInfo.InvariantCulture),
    };

    /// <summary>A difference, always with its sign.</summary>
    public static string Difference(double? value) => value is > 0 ? $"+{Number(value)}" : Number(value);

    /// <summary>A number that somebody chose, such as a tolerance, as short as it was given.</summary>
    public static string Chosen(double value) => value.ToString("G10", CultureInfo.InvariantCulture);

    /// <summary>A p value.</summary>
    public static string Probability(double? p) => p switch
    {
        null or double.NaN => None,
        < 0.0001 => "< 0.0001",
        { } value => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    /// <summary>A share in percent.</summary>
    public static string Percent(double? share) =>
        share is { } value && double.IsFinite(value) ? $"{(100 * value).ToString("0.#", CultureInfo.InvariantCulture)} %" : None;

    /// <summary>A number of rows.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things, with the word for them.</summary>
    public static string Count(long count, string thing) => $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>A time.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string FormatOf(double size) => size switch
    {
        >= 1e9 or < 1e-4 => "0.000e+0",
        >= 1000 => "#,##0.0",
        >= 100 => "0.00",
        >= 10 => "0.000",
        _ => "0.0000",
    };

    private static string Cut(string text, int length)
    {
        var start = new StringBuilder(text, 0, length, length);
        return (char.IsHighSurrogate(start[^1]) ? start.Remove(length - 1, 1) : start).ToString();
    }
}
