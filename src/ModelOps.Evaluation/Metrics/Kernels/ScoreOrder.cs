using System.Runtime.CompilerServices;

namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>Rows by falling score. Metrics and curves of the same scores share it: sorting is most of their work.</summary>
internal sealed class ScoreOrder
{
    private static readonly ConditionalWeakTable<double[], Lazy<ScoreOrder>> Known = [];

    private ScoreOrder(int[] rows, int[] ends) => (Rows, Ends) = (rows, ends);

    /// <summary>The rows.</summary>
    public int[] Rows { get; }

    /// <summary>Where every group of equal scores ends.</summary>
    public int[] Ends { get; }

    /// <summary>Order of scores that do not change any more.</summary>
    public static ScoreOrder Of(double[] scores) => Known.GetValue(scores, column => new(() => Sort(column))).Value;

    private static ScoreOrder Sort(double[] scores)
    {
        var falling = new double[scores.Length];
        var rows = new int[scores.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            falling[row] = -scores[row];
            rows[row] = row;
        }

        Array.Sort(falling, rows);
        var ends = new List<int>(falling.Length);
        for (var end = 1; end <= falling.Length; end++)
        {
            if (end == falling.Length || falling[end] != falling[end - 1])
            {
                ends.Add(end);
            }
        }

        return new(rows, [.. ends]);
    }
}
