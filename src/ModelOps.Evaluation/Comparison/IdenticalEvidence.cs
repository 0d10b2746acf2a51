namespace ModelOps.Evaluation.Comparison;

/// <summary>Evidence of two models that predict the same on every row: there is no effect, and nothing to test.</summary>
internal sealed class IdenticalEvidence : IEffectEvidence
{
    public double Effect => 0;

    public double StandardError => 0;

    public double Lower(double alpha) => 0;

    public double Upper(double alpha) => 0;

    public double PAbove(double margin) => margin < 0 ? 0 : 1;

    public double PBelow(double margin) => margin > 0 ? 0 : 1;
}
