namespace ModelOps.Core.Reporting.Curves;

/// <summary>Rows by value; the first and the last bin also hold what is beyond them.</summary>
/// <param name="Edges">Edges of the bins, one more than there are bins.</param>
/// <param name="Rows">Rows of every bin.</param>
internal sealed record Histogram(IReadOnlyList<double> Edges, IReadOnlyList<int> Rows)
{
    private const int Bins = 30;

    /// <summary>Edges at round numbers that cover a range.</summary>
    public static IReadOnlyList<double> EdgesOf(TypicalRange range)
    {
        var step = NiceNumber.Step(range.Upper - range.Lower, Bins);
        var first = Math.Floor(range.Lower / step);
        var count = (int)Math.Max(1, Math.Ceiling(range.Upper / step) - first);
        return [.. Enumerable.Range(0, count + 1).Select(edge => (first + edge) * step)];
    }

    /// <summary>Counts values.</summary>
    public static Histogram Of(double[] values, IReadOnlyList<double> edges)
    {
        var rows = new int[edges.Count - 1];
        var scale = rows.Length / (edges[^1] - edges[0]);
        foreach (var value in values)
        {
            rows[(int)Math.Clamp((value - edges[0]) * scale, 0, rows.Length - 1)]++;
        }

        return new(edges, rows);
    }
}
