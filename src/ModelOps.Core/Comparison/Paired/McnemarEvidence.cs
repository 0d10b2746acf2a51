using MathNet.Numerics.Distributions;
using ModelOps.Core.Evaluation;

namespace ModelOps.Core.Comparison.Paired;

/// <summary>
/// Evidence of the difference of two accuracies on the same rows. A margin of 0 is tested exactly (McNemar 1947: given that one model is right
/// and the other is wrong, each is right equally often); any other margin, and the interval, by Tango's score (Tango 1998). Where both
/// differ about 0, the exact test wins and the end of the interval follows it.
/// </summary>
/// <param name="won">Rows that only the challenger got right.</param>
/// <param name="lost">Rows that only the champion got right.</param>
/// <param name="rows">All rows.</param>
internal sealed class McnemarEvidence(int won, int lost, int rows) : IEffectEvidence
{
    private const int Halvings = 50;

    public double Effect => (double)(won - lost) / rows;

    public double StandardError => Math.Sqrt(won + lost - ((double)(won - lost) * (won - lost) / rows)) / rows;

    /// <summary>Counts the rows on which the models differ.</summary>
    public static McnemarEvidence Of(PredictionSet challenger, PredictionSet champion)
    {
        var (won, lost) = (0, 0);
        for (var row = 0; row < challenger.Count; row++)
        {
            var isRight = challenger.Predictions[row] == challenger.Labels[row];
            if (isRight != (champion.Predictions[row] == champion.Labels[row]))
            {
                (won, lost) = isRight ? (won + 1, lost) : (won, lost + 1);
            }
        }

        return new(won, lost, challenger.Count);
    }

    public double Lower(double alpha) => Lower(won, lost, alpha);

    public double Upper(double alpha) => -Lower(lost, won, alpha);

    public double PAbove(double margin) => PAbove(won, lost, margin);

    public double PBelow(double margin) => PAbove(lost, won, -margin);

    /// <summary>Two-sided exact p of equal accuracies.</summary>
    public double PDifferent() => Math.Min(1, 2 * Math.Min(PAbove(0), PBelow(0)));

    private double PAbove(int better, int worse, double margin) =>
        margin == 0 ? ExactP(better, worse) : Normal.CDF(0, 1, -TangoScore.Of(better, worse, rows, margin));

    // Tango's end is where the score reaches the normal quantile. The exact test is the stricter one except far out in the tail.
    private double Lower(int better, int worse, double alpha)
    {
        var end = TangoScore.Solve(better, worse, rows, -Normal.InvCDF(0, 1, alpha));
        var isShown = ExactP(better, worse) < alpha;
        return isShown == end > 0 ? end : isShown ? ExactLower(better, worse, alpha) : 0;
    }

    // Clopper and Pearson's lower end of the share of differing rows that were won, as a difference of accuracies.
    private double ExactLower(int better, int worse, double alpha)
    {
        var (below, above) = (0.5, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (below + above) / 2;
            (below, above) = Binomial.CDF(1 - middle, better + worse, worse) < alpha ? (middle, above) : (below, middle);
        }

        return ((2 * below) - 1) * (better + worse) / rows;
    }

    // P(X >= better) for X of Binomial(better + worse, 1/2).
    private static double ExactP(int better, int worse) => Binomial.CDF(0.5, better + worse, worse);
}
