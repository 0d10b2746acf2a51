using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>An interval that is given, whatever the error probability; p is 0 for what lies outside, 1 for what lies inside.</summary>
internal sealed class StubEvidence(double lower, double upper, double standardError = 1) : IEffectEvidence
{
    public double Effect => (lower + upper) / 2;

    public double StandardError => standardError;

    public double Lower(double alpha) => lower;

    public double Upper(double alpha) => upper;

    public double PAbove(double margin) => lower > margin ? 0 : 1;

    public double PBelow(double margin) => upper < margin ? 0 : 1;
}
