using ModelOps.Evaluation.Comparison.Paired;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>
/// Evidence of two models whose difference has no spread on the rows, as where both are right on the same ones. Variances and resamples take
/// that for certainty; what says how sure it is, is the number of rows.
/// </summary>
internal static class SteadyRows
{
    // A standard error that is rounding alone.
    private const double Rounding = 1e-12;

    /// <summary>The evidence, or that of the number of rows where it has no spread.</summary>
    public static IEffectEvidence? IfNone(NormalEvidence? evidence, IMetric metric, PredictionSet challenger, PredictionSet champion) =>
        evidence is { StandardError: <= Rounding } ? Find(metric, challenger, champion, evidence.Effect) ?? evidence : evidence;

    /// <summary>Evidence of the number of rows.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="challenger">Predictions of the challenger.</param>
    /// <param name="champion">Predictions of the champion.</param>
    /// <param name="effect">The effect, the same on every resample.</param>
    /// <returns>Null where the number says nothing of the metric, and the models differ.</returns>
    public static IEffectEvidence? Find(IMetric metric, PredictionSet challenger, PredictionSet champion, double effect)
    {
        var areEven = challenger.Weights is null && challenger.Clusters is null;
        if (areEven && metric.Name == MethodFit.Accuracy)
        {
            return McnemarEvidence.Of(challenger, champion);
        }

        return areEven && metric.CountUnits(challenger) is > 0 and var units ? new SteadyEvidence(Math.Clamp(effect, -1, 1), units)
            : effect == 0 ? new UnknownEvidence(metric.Reach)
            : null;
    }
}
