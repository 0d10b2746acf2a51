namespace ModelOps.Core.Reporting.Curves;

/// <summary>
/// Draws a curve with few points: that of Douglas and Peucker (1973), but the largest deviation of all is repaired first, so that any number of
/// points gives the best it can.
/// </summary>
internal static class CurveSimplifier
{
    /// <summary>Points that a curve of a report has at most.</summary>
    public const int MaxPoints = 200;

    /// <summary>Picks points of a curve, the first and the last among them.</summary>
    /// <param name="points">All points, in order.</param>
    /// <param name="limit">How many to pick at most, 2 or more.</param>
    public static IReadOnlyList<CurvePoint> Simplify(CurvePoint[] points, int limit = MaxPoints)
    {
        if (points.Length <= 2)
        {
            return points;
        }

        var kept = new List<int> { 0, points.Length - 1 };
        var gaps = new PriorityQueue<(int First, int Split, int Last), double>();
        Add(0, points.Length - 1);
        while (kept.Count < limit && gaps.TryDequeue(out var gap, out _))
        {
            kept.Add(gap.Split);
            Add(gap.First, gap.Split);
            Add(gap.Split, gap.Last);
        }

        kept.Sort();
        return kept.ConvertAll(index => points[index]);

        void Add(int first, int last)
        {
            var (split, distance) = Farthest(points, first, last);
            if (distance > 0)
            {
                gaps.Enqueue((first, split, last), -distance);
            }
        }
    }

    private static (int Index, double Distance) Farthest(CurvePoint[] points, int first, int last)
    {
        var (start, end) = (points[first], points[last]);
        var (across, up) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt((across * across) + (up * up));
        var (farthest, most) = (first, 0.0);
        for (var index = first + 1; index < last; index++)
        {
            var (x, y) = (points[index].X - start.X, points[index].Y - start.Y);
            var distance = length > 0 ? Math.Abs((across * y) - (up * x)) / length : Math.Sqrt((x * x) + (y * y));
            if (distance > most)
            {
                (farthest, most) = (index, distance);
            }
        }

        // Points on the straight line differ from it by rounding only.
        return (farthest, most > 1e-12 ? most : 0);
    }
}
