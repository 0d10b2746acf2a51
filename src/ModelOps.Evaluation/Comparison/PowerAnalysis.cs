using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison;

/// <summary>
/// How likely rows like these decide, and how many would: the estimate is taken as normal and its standard error as falling with the root of the
/// number of rows (Chow, Shao and Wang 2008, chapter 3), or as the evidence says.
/// </summary>
/// <param name="plan">Hypothesis, margins and error probability.</param>
/// <param name="evidence">Evidence of the effect.</param>
internal sealed class PowerAnalysis(ComparisonPlan plan, IEffectEvidence evidence)
{
    private const double Aim = 0.8;
    private const double MostRows = 1e12;

    private double Quantile => -Normal.InvCDF(0, 1, plan.Alpha);

    /// <summary>Probability that the hypothesis is shown: for superiority if the true effect is the one that was seen, else if both models are equal.</summary>
    public double Power() => plan.Hypothesis switch
    {
        Hypothesis.Superior => Power(evidence.Effect - plan.MinimumEffect),
        Hypothesis.NonInferior => Power(plan.Tolerance),
        _ => Math.Max(0, (2 * Power(plan.Tolerance)) - 1),
    };

    /// <summary>Further rows for a power of 80 % towards the nearest margin, if the effect is as it was seen; null when no sensible number would do.</summary>
    public long? MoreRows(int rows)
    {
        var distance = plan.Hypothesis switch
        {
            Hypothesis.Superior => Math.Abs(evidence.Effect - plan.MinimumEffect),
            Hypothesis.NonInferior => Math.Abs(evidence.Effect + plan.Tolerance),
            _ => Math.Abs(plan.Tolerance - Math.Abs(evidence.Effect)),
        };
        var ratio = (Quantile + Normal.InvCDF(0, 1, Aim)) * evidence.StandardError / distance;
        var total = rows * Math.Pow(ratio, 1 / evidence.Rate);
        return evidence.Rate > 0 && total <= MostRows ? Math.Max(1, (long)Math.Ceiling(total) - rows) : null;
    }

    private double Power(double distance) =>
        evidence.StandardError > 0 ? Normal.CDF(0, 1, (distance / evidence.StandardError) - Quantile) : distance > 0 ? 1 : 0;
}
