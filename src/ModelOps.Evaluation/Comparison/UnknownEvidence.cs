namespace ModelOps.Evaluation.Comparison;

/// <summary>No evidence at all: the effect was 0 on every resample, and nothing says how far from it other rows could take the metric.</summary>
/// <param name="reach">The largest effect that the metric can have.</param>
internal sealed class UnknownEvidence(double reach) : IEffectEvidence
{
    // JSON has no infinity; a metric without limits reaches as far as metrics are compared.
    private readonly double _reach = Math.Min(reach, EvidenceCollector.Largest);

    public double Effect => 0;

    public double StandardError => _reach;

    public double Rate => 0;

    public double Lower(double alpha) => -_reach;

    public double Upper(double alpha) => _reach;

    public double PAbove(double margin) => margin < -_reach ? 0 : 1;

    public double PBelow(double margin) => margin > _reach ? 0 : 1;
}
