using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ModelOps.Evaluation.Comparison.Resampling;

/// <summary>Evidence of a bootstrap.</summary>
internal sealed class BcaEvidence : IEffectEvidence
{
    // Replicates that differ by rounding only are the same number: else the sign of a rounding error could decide.
    private const double Resolution = 1e-9;
    private const double Rounding = 1e-13;

    private readonly double _power;
    private readonly bool _isFraction;
    private readonly SmallSample _levels;
    private readonly BcaTail _lower;
    private readonly BcaTail _upper;

    /// <summary>Makes the evidence.</summary>
    /// <param name="effect">Effect on the rows themselves.</param>
    /// <param name="replicates">Effects on resamples, at least two, all defined.</param>
    /// <param name="acceleration">Acceleration from a jackknife.</param>
    /// <param name="scale">Size of the values whose difference the effect is, to tell it from their rounding.</param>
    /// <param name="units">Number of units that were drawn, at least two; as it is, so many that it does not matter.</param>
    public BcaEvidence(double effect, IEnumerable<double> replicates, double acceleration, double scale = 0, int units = int.MaxValue)
    {
        _levels = new(units);
        var sorted = replicates.Order().ToArray();
        Effect = effect;
        StandardError = sorted.StandardDeviation();
        var digits = -Math.Floor(Math.Log10(Math.Max(Resolution * Math.Max(StandardError, Math.Abs(effect) * Resolution), Rounding * scale)));
        _isFraction = digits >= 0;
        _power = Math.Pow(10, Math.Abs(digits));
        Snap(sorted);
        IsSteady = sorted[0] == sorted[^1];
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

    /// <summary>Whether the effect is the same on every resample: then their spread says nothing of how sure it is.</summary>
    public bool IsSteady { get; }

    /// <summary>The smallest p that any margin can have.</summary>
    public double SmallestP => _levels.Restore(_lower.SmallestP);

    public double Lower(double alpha) => _lower.Lower(_levels.Expand(alpha));

    public double Upper(double alpha) => 0 - _upper.Lower(_levels.Expand(alpha));

    public double PAbove(double margin) => _levels.Restore(_lower.PAbove(margin));

    public double PBelow(double margin) => _levels.Restore(_upper.PAbove(-margin));

    private void Snap(double[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Snap(values[index]);
        }
    }

    // A decimal number, as margins are: one that has the value of a margin then equals it to the last bit.
    private double Snap(double value) =>
        !double.IsFinite(_power) ? value : 0 + (_isFraction ? Math.Round(value * _power) / _power : Math.Round(value / _power) * _power);
}
