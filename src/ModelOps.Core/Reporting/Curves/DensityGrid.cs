using ModelOps.Evaluation;

namespace ModelOps.Core.Reporting.Curves;

/// <summary>Rows by predicted and actual value. Shows the shape, and no row of its own.</summary>
/// <param name="Lower">Where both axes begin.</param>
/// <param name="Upper">Where both axes end.</param>
/// <param name="Rows">Rows by actual value, then by predicted value, both rising; the cells at the rim also hold what is beyond them.</param>
internal sealed record DensityGrid(double Lower, double Upper, IReadOnlyList<int[]> Rows)
{
    private const int MinSide = 8;
    private const int MaxSide = 32;

    /// <summary>Counts a set within a range.</summary>
    public static DensityGrid Of(PredictionSet set, TypicalRange range)
    {
        var side = Math.Clamp((int)Math.Sqrt(set.Count), MinSide, MaxSide);
        var cells = Enumerable.Range(0, side).Select(_ => new int[side]).ToArray();
        for (var row = 0; row < set.Count; row++)
        {
            cells[Place(set.Labels[row])][Place(set.Predictions[row])]++;
        }

        return new(range.Lower, range.Upper, cells);

        int Place(double value) => (int)Math.Clamp((value - range.Lower) / (range.Upper - range.Lower) * side, 0, side - 1);
    }
}
