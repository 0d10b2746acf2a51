namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>
/// Evidence of an effect that is the mean of independent differences from -1 to 1, all of which were the same: an exact bound. At most a share q of
/// all differences is another one where (1 - q)^n, the probability to have met none among n, is at least alpha, and the worst that they can be is -1
/// (for an effect of 0 the rule of three: Hanley and Lippman-Hand 1983, JAMA 249:1743-1745).
/// </summary>
/// <param name="effect">The difference, from -1 to 1.</param>
/// <param name="units">How many there were.</param>
internal sealed class SteadyEvidence(double effect, int units) : IEffectEvidence
{
    public double Effect => effect;

    public double StandardError => BoundError.Of(this);

    public double Rate => 1;

    public double Lower(double alpha) => Lower(effect, alpha);

    public double Upper(double alpha) => 0 - Lower(-effect, alpha);

    public double PAbove(double margin) => PAbove(effect, margin);

    public double PBelow(double margin) => PAbove(-effect, -margin);

    private double Lower(double seen, double alpha) => ((1 + seen) * Math.Pow(alpha, 1.0 / units)) - 1;

    private double PAbove(double seen, double margin) =>
        margin >= seen ? 1 : margin < -1 ? 0 : Math.Pow((1 + margin) / (1 + seen), units);
}
