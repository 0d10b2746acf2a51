namespace ModelOps.Evaluation.Profiles;

/// <summary>Counts numbers by bin; a number belongs to the first bin whose edge it does not exceed.</summary>
/// <param name="edges">Inner edges, rising.</param>
internal sealed class BinCounts(double[] edges)
{
    private readonly long[] _counts = new long[edges.Length + 1];

    /// <summary>Numbers so far.</summary>
    public long Total { get; private set; }

    public void Add(double value)
    {
        var place = Array.BinarySearch(edges, value);
        _counts[place >= 0 ? place : ~place]++;
        Total++;
    }

    /// <summary>Share of every bin; all 0 when there are no numbers.</summary>
    public double[] Shares() => Array.ConvertAll(_counts, count => Total == 0 ? 0 : (double)count / Total);
}
