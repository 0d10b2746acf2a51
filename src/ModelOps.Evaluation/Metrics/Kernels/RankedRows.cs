namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>Rows by falling score, those of equal score in a group, in which positive ones come first.</summary>
internal sealed class RankedRows
{
    // The sign of a row's number says that it is positive: one array less to read.
    private const int PositiveFlag = int.MinValue;

    private RankedRows(int[] rows, int[] ends, double[]? weights)
    {
        Rows = rows;
        Ends = ends;
        Weights = weights;
    }

    /// <summary>The rows; <see cref="RowOf"/> and <see cref="MaskOf"/> take one apart.</summary>
    public int[] Rows { get; }

    /// <summary>Where every group ends.</summary>
    public int[] Ends { get; }

    /// <summary>Weights in the order of the rows, above 0 where a row is positive and below where it is not; null when all weigh 1.</summary>
    public double[]? Weights { get; }

    /// <summary>Number of the row.</summary>
    public static int RowOf(int ranked) => ranked & int.MaxValue;

    /// <summary>All bits set for a positive row, else none.</summary>
    public static int MaskOf(int ranked) => ranked >> 31;

    /// <summary>Sorts the rows.</summary>
    public static RankedRows Of(double[] scores, Func<int, bool> isPositive, double[]? weights)
    {
        var order = ScoreOrder.Of(scores);
        var rows = new int[scores.Length];
        var start = 0;
        foreach (var end in order.Ends)
        {
            FillGroup(order.Rows, isPositive, rows, start, end);
            start = end;
        }

        var signed = weights is null ? null : Array.ConvertAll(rows, ranked => MaskOf(ranked) == 0 ? -weights[RowOf(ranked)] : weights[RowOf(ranked)]);
        return new(rows, order.Ends, signed);
    }

    private static void FillGroup(int[] order, Func<int, bool> isPositive, int[] rows, int start, int end)
    {
        var (head, tail) = (start, end);
        for (var place = start; place < end; place++)
        {
            var row = order[place];
            if (isPositive(row))
            {
                rows[head++] = row | PositiveFlag;
            }
            else
            {
                rows[--tail] = row;
            }
        }
    }
}
