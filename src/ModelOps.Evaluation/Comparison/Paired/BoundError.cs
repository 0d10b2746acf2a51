using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>A standard error where rows have no spread: that of a normal estimate whose bound at 5 % is as far away.</summary>
internal static class BoundError
{
    private const double Level = 0.05;

    /// <summary>The standard error of some evidence.</summary>
    public static double Of(IEffectEvidence evidence) =>
        Math.Max(evidence.Effect - evidence.Lower(Level), evidence.Upper(Level) - evidence.Effect) / -Normal.InvCDF(0, 1, Level);
}
