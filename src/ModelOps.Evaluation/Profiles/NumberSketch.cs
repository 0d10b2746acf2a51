namespace ModelOps.Evaluation.Profiles;

/// <summary>
/// Deciles of a column of numbers: exact while the column fits, else from a uniform sample (Vitter 1985, Random sampling with a reservoir,
/// algorithm R) that is the same in every run.
/// </summary>
/// <param name="capacity">Numbers that are kept.</param>
internal sealed class NumberSketch(int capacity) : IColumnSketch
{
    private const int Bins = 10;
    private const int Seed = 17;

    private readonly List<double> _sample = [];
    private readonly Random _random = new(Seed);
    private long _count;

    /// <inheritdoc />
    public bool Add(ReadOnlySpan<char> text)
    {
        if (!InputValue.TryParseNumber(text, out var value))
        {
            return false;
        }

        _count++;
        if (_sample.Count < capacity)
        {
            _sample.Add(value);
        }
        else if (_random.NextInt64(_count) is var place && place < capacity)
        {
            _sample[(int)place] = value;
        }

        return true;
    }

    /// <inheritdoc />
    public ColumnProfile Build(string name, long rows)
    {
        var sorted = _sample.ToArray();
        Array.Sort(sorted);
        var edges = Edges(sorted);
        var counts = new BinCounts(edges);
        foreach (var value in sorted)
        {
            counts.Add(value);
        }

        return new(name, edges, [], counts.Shares(), Missing.Share(rows, _count));
    }

    // The smallest value that so many tenths of the values do not exceed, as numpy.quantile(method="inverted_cdf"); equal ones are one edge.
    private static double[] Edges(double[] sorted) => sorted.Length == 0
        ? []
        : [.. Enumerable.Range(1, Bins - 1)
            .Select(tenth => sorted[(int)((((long)tenth * sorted.Length) + Bins - 1) / Bins) - 1])
            .Where(double.IsFinite)
            .Distinct()];
}
