using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ModelOps.Core.Comparison.Resampling;

/// <summary>Evidence of a bootstrap.</summary>
internal sealed class BcaEvidence : IEffectEvidence
{
    // Replicates that differ by rounding only are the same number: else the sign of a rounding error could decide.
    private const double Resolution = 1e-9;

    private readonly double _step;
    private readonly BcaTail _lower;
    private readonly BcaTail _upper;

    /// <summary>Makes the evidence.</summary>
    /// <param name="effect">Effect on the rows themselves.</param>
    /// <param name="replicates">Effects on resamples, at least two, all defined.</param>
    /// <param name="acceleration">Acceleration from a jackknife.</param>
    public BcaEvidence(double effect, IEnumerable<double> replicates, double acceleration)
    {
        var sorted = replicates.Order().ToArray();
        Effect = effect;
        StandardError = sorted.StandardDeviation();
        _step = Resolution * Math.Max(StandardError, Math.Abs(effect) * Resolution);
        Snap(sorted);
        var center = Snap(effect);
        var below = (sorted.Count(value => value < center) + (sorted.Count(value => value == center) / 2.0)) / sorted.Length;
        var bias = below is 0 or 1 ? double.NaN : Normal.InvCDF(0, 1, below);
        if (double.IsNaN(bias))
        {
            sorted = [.. sorted.Append(center).Order()];
        }

        _lower = new(sorted, bias, acceleration);
        _upper = new([.. sorted.Reverse().Select(value => -value)], -bias, -acceleration);
    }

    public double Effect { get; }

    public double StandardError { get; }

    public double Lower(double alpha) => _lower.Lower(alpha);

    public double Upper(double alpha) => 0 - _upper.Lower(alpha);

    public double PAbove(double margin) => _lower.PAbove(Snap(margin));

    public double PBelow(double margin) => _upper.PAbove(-Snap(margin));

    private void Snap(double[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Snap(values[index]);
        }
    }

    private double Snap(double value) => _step > 0 ? Math.Round(value / _step) * _step : value;
}
