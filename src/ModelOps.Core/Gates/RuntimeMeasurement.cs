namespace ModelOps.Core.Gates;

/// <summary>How fast a scoring command loads a model and answers.</summary>
/// <param name="LoadSeconds">From the start of the program to its first answer.</param>
/// <param name="LatenciesMs">Milliseconds of every later answer, in order.</param>
internal sealed record RuntimeMeasurement(double LoadSeconds, IReadOnlyList<double> LatenciesMs)
{
    /// <summary>The smallest latency that a share of all answers does not exceed (nearest rank).</summary>
    /// <param name="share">Share, above 0 and at most 1.</param>
    /// <returns>NaN when there is no answer beyond the first.</returns>
    public double Percentile(double share)
    {
        if (LatenciesMs.Count == 0)
        {
            return double.NaN;
        }

        var sorted = LatenciesMs.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
