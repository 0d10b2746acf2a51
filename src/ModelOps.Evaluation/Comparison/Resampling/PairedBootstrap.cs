using ModelOps.Abstractions.Hosting;

namespace ModelOps.Evaluation.Comparison.Resampling;

/// <summary>
/// Bootstrap of differences between two models: both are evaluated on the same resample, so that what rows have in common cancels out
/// (Efron and Tibshirani 1993). All metrics share the resamples.
/// </summary>
/// <param name="pairs">Metrics of both models.</param>
/// <param name="units">What is drawn.</param>
/// <param name="seed">Seed of the resamples.</param>
/// <param name="workers">Threads; they change the time, never a number.</param>
internal sealed class PairedBootstrap(IReadOnlyList<PreparedMetric> pairs, ResampleUnits units, int seed, int workers)
{
    // Delete-one up to this many units; beyond, the units are left out in groups.
    private const int MostSingleUnits = 1000;
    private const int Groups = 200;

    // Number of the generator that deals units into groups; resamples count up from 0.
    private const int DealingNumber = -1;

    /// <summary>Effects of every pair on every resample, NaN where a metric is not defined.</summary>
    public double[][] Replicate(int resamples, IProgressSink progress, CancellationToken cancellationToken)
    {
        var effects = NewTable(resamples);
        using var task = progress.Start("comparing resamples", resamples);
        Parallel.For(0, resamples, Options(cancellationToken), NewBuffers, (number, _, buffers) =>
        {
            units.Draw(new ResampleGenerator(seed, number), buffers.Units, buffers.Rows);
            Evaluate(effects, number, buffers.Rows);
            task.Advance(1);
            return buffers;
        }, _ => { });
        return effects;
    }

    /// <summary>
    /// Acceleration of every pair from a jackknife. It is the skewness of the units' influence over 6 times the root of their number (Efron
    /// 1987). Leaving out g random groups of d units in place of n = g d single ones estimates the same: the influence of a group is the sum
    /// of d independent ones, so its skewness is smaller by the root of d, as g is smaller than n (delete-d jackknife: Shao and Tu 1995, 2.3).
    /// </summary>
    public double[] Accelerations(CancellationToken cancellationToken)
    {
        var (groupOfUnit, groups) = Deal();
        var effects = NewTable(groups);
        Parallel.For(0, groups, Options(cancellationToken), NewBuffers, (group, _, buffers) =>
        {
            units.LeaveOut(groupOfUnit, group, buffers.Rows);
            Evaluate(effects, group, buffers.Rows);
            return buffers;
        }, _ => { });
        return Array.ConvertAll(effects, Acceleration);
    }

    /// <summary>Acceleration from the values of a jackknife (Efron and Tibshirani 1993, 14.15); 0 when they do not vary.</summary>
    public static double Acceleration(double[] values)
    {
        var defined = values.Where(double.IsFinite).ToArray();
        var mean = defined.Length == 0 ? 0 : defined.Average();
        double squares = 0;
        double cubes = 0;
        foreach (var value in defined)
        {
            var deviation = mean - value;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        var acceleration = cubes / (6 * Math.Pow(squares, 1.5));
        return double.IsFinite(acceleration) ? acceleration : 0;
    }

    // Groups are dealt at random: neighbours in a file may be alike, and their sum would then not be one of independent influences.
    private (int[] GroupOfUnit, int Groups) Deal()
    {
        var order = Enumerable.Range(0, units.Count).ToArray();
        if (order.Length <= MostSingleUnits)
        {
            return (order, order.Length);
        }

        var generator = new ResampleGenerator(seed, DealingNumber);
        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = generator.Next(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return (Array.ConvertAll(order, place => place % Groups), Groups);
    }

    private void Evaluate(double[][] effects, int number, ReadOnlySpan<byte> counts)
    {
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            effects[pair][number] = pairs[pair].Effect(counts);
        }
    }

    private double[][] NewTable(int columns) => [.. pairs.Select(_ => new double[columns])];

    private (byte[] Units, byte[] Rows) NewBuffers() => (new byte[units.BufferLength], new byte[units.Rows]);

    private ParallelOptions Options(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
}
