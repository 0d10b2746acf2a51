namespace ModelOps.Core.Reporting.Curves;

/// <summary>
/// Draws a curve with few points: that of Douglas and Peucker (1973), but the largest deviation of all is repaired first, so that any number of
/// points gives the best it can.
/// </summary>
internal static class CurveSimplifier
{
    /// <summary>Points that a curve of a report has at most.</summary>
    public const int MaxPoints = 200;

    // More than a screen is wide, and than a report can show with so few points.
    private const int Columns = 4096;

    /// <summary>Picks points of a curve, the first and the last among them.</summary>
    /// <param name="points">All points, by rising X. Very many are thinned first, to four in each of some thousand columns: the first, the last, the lowest and the highest (M4: Jugel et al. 2014).</param>
    /// <param name="limit">How many to pick at most, 2 or more.</param>
    public static IReadOnlyList<CurvePoint> Simplify(CurvePoint[] points, int limit = MaxPoints)
    {
        if (points.Length <= 2)
        {
            return points;
        }

        points = points.Length > 4 * Columns ? Thin(points) : points;
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

    private static CurvePoint[] Thin(CurvePoint[] points)
    {
        var thinned = new List<CurvePoint>(4 * Columns);
        var width = points[^1].X - points[0].X;
        var scale = width > 0 ? Columns / width : 0;
        var first = 0;
        for (var next = 1; next <= points.Length; next++)
        {
            if (next == points.Length || ColumnOf(next) != ColumnOf(first))
            {
                var (lowest, highest) = (first, first);
                for (var index = first + 1; index < next; index++)
                {
                    lowest = points[index].Y < points[lowest].Y ? index : lowest;
                    highest = points[index].Y > points[highest].Y ? index : highest;
                }

                int[] picked = [first, Math.Min(lowest, highest), Math.Max(lowest, highest), next - 1];
                thinned.AddRange(picked.Distinct().Select(index => points[index]));
                first = next;
            }
        }

        return [.. thinned];

        int ColumnOf(int index) => (int)Math.Min((points[index].X - points[0].X) * scale, Columns - 1);
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
