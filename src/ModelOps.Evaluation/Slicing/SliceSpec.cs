using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ModelOps.Evaluation.Slicing;

/// <summary>A column to slice by, as it is written: <c>name</c> or <c>name:bins(0,6,24,inf)</c>.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Bins">Bins that its numbers are cut into; null where every value is a slice.</param>
internal sealed record SliceSpec(string Column, SliceBins? Bins)
{
    /// <summary>The form for messages.</summary>
    public const string Expected = "a column such as plan, or one with rising edges such as tenure:bins(0,6,24,inf)";

    private const string BinsStart = ":bins(";
    private const string BinsEnd = ")";

    /// <summary>Takes a list apart at the commas that are outside of parentheses.</summary>
    public static IEnumerable<string> Split(string list)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at < list.Length; at++)
        {
            depth += list[at] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            if (list[at] == ',' && depth == 0)
            {
                yield return list[start..at].Trim();
                start = at + 1;
            }
        }

        yield return list[start..].Trim();
    }

    /// <summary>Reads one column.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SliceSpec? spec)
    {
        spec = null;
        var start = text.LastIndexOf(BinsStart, StringComparison.Ordinal);
        if (start < 0 || !text.EndsWith(BinsEnd, StringComparison.Ordinal))
        {
            spec = text.Length > 0 ? new(text, Bins: null) : null;
            return spec is not null;
        }

        var edges = text[(start + BinsStart.Length)..^BinsEnd.Length].Split(',', StringSplitOptions.TrimEntries).Select(ParseEdge).ToList();
        if (start > 0 && edges.TrueForAll(edge => !double.IsNaN(edge)) && IsRising(edges))
        {
            spec = new(text[..start], new(edges));
        }

        return spec is not null;
    }

    private static double ParseEdge(string text) => text switch
    {
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var edge) && double.IsFinite(edge) ? edge : double.NaN,
    };

    private static bool IsRising(List<double> edges) => edges.Zip(edges.Skip(1), (left, right) => left < right).All(rises => rises);
}
