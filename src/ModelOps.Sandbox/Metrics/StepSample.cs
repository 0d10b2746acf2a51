namespace ModelOps.Sandbox.Metrics;

/// <summary>Picks steps to draw a curve by, where there are more than can be drawn.</summary>
internal static class StepSample
{
    /// <summary>Steps within a range, evenly spread, with the first and last step of every run.</summary>
    /// <param name="steps">All steps, ascending, at least one.</param>
    /// <param name="ends">First and last step of every run.</param>
    /// <param name="range">Range of steps, ends included; null for all from zero on.</param>
    /// <param name="most">How many to spread; the last step and the ends of the runs come on top.</param>
    public static IReadOnlyList<long> Pick(
        IReadOnlyList<long> steps, IReadOnlyList<(long First, long Last)> ends, (long First, long Last)? range, int most)
    {
        var (first, last) = range ?? (0, steps[^1]);
        var within = steps.Where(step => step >= first && step <= last).ToList();
        var picked = new SortedSet<long>(ends.SelectMany(end => new[] { end.First, end.Last }).Where(step => step >= first && step <= last));
        if (within.Count <= most)
        {
            picked.UnionWith(within);
            return [.. picked];
        }

        var interval = (double)within.Count / most;
        for (var index = 0; index < most; index++)
        {
            picked.Add(within[(int)(index * interval)]);
        }

        picked.Add(within[^1]);
        return [.. picked];
    }
}
