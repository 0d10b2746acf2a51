namespace ModelOps.Sandbox.TraceSearch;

/// <summary>How often two filters match, alone and together, and what that says: normalized pointwise mutual information.</summary>
/// <param name="First">Traces that match the first filter.</param>
/// <param name="Second">Traces that match the second filter.</param>
/// <param name="Joint">Traces that match both.</param>
/// <param name="Total">All traces.</param>
internal sealed record Correlation(long First, long Second, long Joint, long Total)
{
    private const double Smoothing = 0.5;

    private bool IsEmpty => First == 0 || Second == 0 || Total == 0;

    /// <summary>From -1, never together, to 1, always together; null when a filter matches nothing.</summary>
    public double? Npmi => IsEmpty ? null : Joint == 0 ? -1 : Of(Joint, First, Second, Total);

    /// <summary>The same with a half more in each of the four cells.</summary>
    public double? Smoothed => IsEmpty
        ? null
        : Of(Joint + Smoothing, First + (2 * Smoothing), Second + (2 * Smoothing), Total + (4 * Smoothing));

    private static double Of(double joint, double first, double second, double total)
    {
        // In the order in which MLflow calculates, which the last digits hang on.
        var information = Math.Log(joint) + Math.Log(total) - (Math.Log(first) + Math.Log(second));
        var most = -(Math.Log(joint) - Math.Log(total));
        return most == 0 ? 1 : Math.Clamp(information / most, -1, 1);
    }
}
