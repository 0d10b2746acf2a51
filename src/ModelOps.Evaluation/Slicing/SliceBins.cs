using System.Globalization;

namespace ModelOps.Evaluation.Slicing;

/// <summary>Bins of a column of numbers, each from one edge on up to, and without, the next.</summary>
internal sealed class SliceBins
{
    private readonly double[] _edges;

    /// <summary>Makes the bins between edges, one below the first and one from the last on.</summary>
    /// <param name="edges">The edges, rising; the outer ones may be infinite, and no value is beyond them then.</param>
    public SliceBins(IReadOnlyList<double> edges)
    {
        _edges = [.. edges];
        Names = [$"<{Text(edges[0])}", .. edges.Zip(edges.Skip(1), (from, to) => $"[{Text(from)},{Text(to)})"), $">={Text(edges[^1])}", ""];
    }

    /// <summary>Names of the bins by code, the last one of the rows without a value.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Code of the bin of a number.</summary>
    public int Of(double value)
    {
        var place = Array.BinarySearch(_edges, value);
        return place >= 0 ? place + 1 : ~place;
    }

    private static string Text(double edge) => edge switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => edge.ToString("R", CultureInfo.InvariantCulture),
    };
}
