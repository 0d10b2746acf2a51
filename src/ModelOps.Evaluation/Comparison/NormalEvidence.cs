using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison;

/// <summary>Evidence of an effect whose estimate is normal with a known standard error.</summary>
/// <param name="effect">Estimate of the effect.</param>
/// <param name="standardError">Its standard error; 0 when nothing varies.</param>
internal sealed class NormalEvidence(double effect, double standardError) : IEffectEvidence
{
    public double Effect => effect;

    public double StandardError => standardError;

    public double Lower(double alpha) => effect + (standardError * Normal.InvCDF(0, 1, alpha));

    public double Upper(double alpha) => effect - (standardError * Normal.InvCDF(0, 1, alpha));

    public double PAbove(double margin) => Tail(effect - margin);

    public double PBelow(double margin) => Tail(margin - effect);

    private double Tail(double distance) =>
        standardError > 0 ? Normal.CDF(0, 1, -distance / standardError) : distance > 0 ? 0 : 1;
}
