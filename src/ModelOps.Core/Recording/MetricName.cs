using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Recording;

/// <summary>
/// Names of metrics that MLflow takes, of parts that may be any text, such as the values of a slice. Two lists of parts never get the same name: what a name cannot hold is
/// written as <c>_x0041_</c>, the four digits of its UTF-16 code; an empty part is <c>_xempty_</c>; of a name that is too long the end is <c>_xsha_</c> and a hash.
/// </summary>
internal static partial class MetricName
{
    private const int MaxLength = 250;
    private const int HashLetters = 32;
    private const string Empty = "_xempty_";
    private const string Hash = "_xsha_";

    /// <summary>The name of some parts, from the outer to the inner.</summary>
    public static string Of(params IReadOnlyList<string> parts)
    {
        var name = string.Join('/', parts.Select(Part));
        return name.Length <= MaxLength ? name : name[..(MaxLength - Hash.Length - HashLetters)] + Hash + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLetters];
    }

    /// <summary>The name of a metric of the toolkit, whose parameter is written as MLflow writes it: <c>ndcg_at_10</c>.</summary>
    public static string Metric(string metric) => metric.Replace("@", "_at_", StringComparison.Ordinal);

    /// <summary>The parts of a slice that is called <c>column=value</c>.</summary>
    public static IReadOnlyList<string> Slice(string slice) => slice.Split('=', 2);

    private static string Part(string text)
    {
        if (text.Length == 0)
        {
            return Empty;
        }

        // What looks like one of the forms above is none, and says so itself.
        var plain = Reserved().Replace(text, match => Escape(match.ValueSpan[0]));
        var name = new StringBuilder(plain.Length);
        for (var at = 0; at < plain.Length; at++)
        {
            name.Append(IsAllowed(plain, at) ? plain[at] : Escape(plain[at]));
        }

        return name.ToString();
    }

    // MLflow takes a name for a path: no part of it is '.' or '..'. Spaces at an end are easily lost.
    private static bool IsAllowed(string text, int at) => text[at] switch
    {
        '.' => at > 0,
        ' ' => at > 0 && at < text.Length - 1,
        '_' or '-' => true,
        var letter => char.IsLetterOrDigit(letter),
    };

    private static string Escape(char letter) => string.Create(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");

    [GeneratedRegex("_(?=x(?:[0-9A-F]{4}|sha_|empty_))", RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
