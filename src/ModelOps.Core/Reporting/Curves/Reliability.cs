using ModelOps.Evaluation;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Core.Reporting.Curves;

/// <summary>Whether probabilities come true, in ten bins of the same width, as scikit-learn's <c>calibration_curve</c>.</summary>
internal static class Reliability
{
    private const int Bins = 10;

    /// <summary>
    /// The bins that have rows. A binary task has the probability of the positive class; a multiclass task that of the most probable class
    /// (the confidence of Guo et al. 2017).
    /// </summary>
    public static IReadOnlyList<ReliabilityBin> Of(PredictionSet set)
    {
        if (set.Probabilities.Count == 0)
        {
            return [];
        }

        var rows = new int[Bins];
        var weights = new double[Bins];
        var predicted = new double[Bins];
        var observed = new double[Bins];
        for (var row = 0; row < set.Count; row++)
        {
            var (probability, isTrue) = set.Probabilities.Count == 1
                ? (set.Probabilities[0][row], set.Labels[row] == 1)
                : MostProbable(set, row);
            var bin = Math.Clamp((int)(probability * Bins), 0, Bins - 1);
            var weight = set.Weights?[row] ?? 1;
            rows[bin]++;
            weights[bin] += weight;
            predicted[bin] += weight * probability;
            observed[bin] += isTrue ? weight : 0;
        }

        return
        [
            .. Enumerable.Range(0, Bins).Where(bin => weights[bin] > 0).Select(bin => new ReliabilityBin(
                (double)bin / Bins, (bin + 1.0) / Bins, predicted[bin] / weights[bin], observed[bin] / weights[bin], rows[bin])),
        ];
    }

    private static (double Probability, bool IsTrue) MostProbable(PredictionSet set, int row)
    {
        var best = PredictedClasses.MostProbable(set.Probabilities, row);
        return (set.Probabilities[best][row], set.Labels[row] == best);
    }
}
