using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>
/// Evidence of the difference of two accuracies on the same rows. A margin of 0 is tested exactly (McNemar 1947: given that one model is right
/// and the other is wrong, each is right equally often); any other margin, and the interval, by Tango's score (Tango 1998). Where the
/// two disagree about 0, the exact test wins and the end of the interval follows it.
/// </summary>
/// <param name="won">Rows that only the challenger got right.</param>
/// <param name="lost">Rows that only the champion got right.</param>
/// <param name="rows">All rows.</param>
internal sealed class McnemarEvidence(int won, int lost, int rows) : IEffectEvidence
{
    public double Effect => (double)(won - lost) / rows;

    public double StandardError => IsOneSided ? BoundError.Of(this) : Math.Sqrt(won + lost - ((double)(won - lost) * (won - lost) / rows)) / rows;

    public double Rate => IsOneSided ? 1 : 0.5;

    // All rows agree on which model is right, or none tells them apart: the rows have no spread, and what is not known of others is the error.
    private bool IsOneSided => won + lost == 0 || won == rows || lost == rows;

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

    public double Upper(double alpha) => 0 - Lower(lost, won, alpha);

    public double PAbove(double margin) => PAbove(won, lost, margin);

    public double PBelow(double margin) => PAbove(lost, won, -margin);

    /// <summary>Two-sided exact p of equal accuracies.</summary>
    public double PDifferent() => Math.Min(1, 2 * Math.Min(PAbove(0), PBelow(0)));

    // A larger margin is never easier to be above: the exact p is a bound for the margins on both sides of 0.
    private double PAbove(int better, int worse, double margin)
    {
        var exact = ExactP(better, worse);
        var score = Normal.CDF(0, 1, -TangoScore.Of(better, worse, rows, margin));
        return margin == 0 ? exact : margin > 0 ? Math.Max(score, exact) : Math.Min(score, exact);
    }

    // Where the exact test is the bolder one, which is far out in the tail only, the end is just above 0.
    private double Lower(int better, int worse, double alpha)
    {
        var end = TangoScore.Solve(better, worse, rows, -Normal.InvCDF(0, 1, alpha));
        return ExactP(better, worse) < alpha ? Math.Max(end, double.Epsilon) : Math.Min(end, 0);
    }

    // P(X >= better) for X of Binomial(better + worse, 1/2).
    private static double ExactP(int better, int worse) => Binomial.CDF(0.5, better + worse, worse);
}
