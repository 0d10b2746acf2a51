using ModelOps.Core.Gates.Mutants;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Gates.Metrics;

/// <summary>Candidates whose metrics are outside the limits.</summary>
internal static class MetricMutants
{
    private const string Gate = "metrics";
    private const double Sharpening = 10;
    private const double Rounding = 1e-9;

    // Sharpening rounds: an AUC may lose a tie, which makes no model worse.
    private const double Tiny = 1e-3;

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "overconfident-probabilities", Gate, "probabilities claim far more certainty than they had, in the same order",
            "a limit under gates.metrics of a metric that this makes worse, such as log_loss, brier or ece", Sharpen),
        new(
            "worse-than-threshold", Gate, "metrics are just beyond their limits",
            "a limit under gates.metrics that bad values could cross", CrossLimits),
    ];

    private static GateCase? Sharpen(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Candidate.Predictions.Value is not { Outputs: PredictedOutputs.Probabilities } set)
        {
            return null;
        }

        var sharpened = set with { Probabilities = set.Probabilities is [var positive] ? [Array.ConvertAll(positive, Sharpen)] : Sharpen(set.Probabilities) };
        var isWorse = Limits(good, MetricSource.Predictions)
            .Select(limit => MetricValue.Parse(limit.Name, set))
            .Any(metric => metric.NeedsProbabilities && IsWorse(metric, metric.On(sharpened), metric.On(set)));
        return isWorse ? With(good, sharpened) : null;
    }

    // Temperature scaling (Guo et al. 2017, On Calibration of Modern Neural Networks) turned round.
    private static double Sharpen(double probability)
    {
        var (yes, no) = (Math.Pow(probability, Sharpening), Math.Pow(1 - probability, Sharpening));
        return yes / (yes + no);
    }

    private static double[][] Sharpen(IReadOnlyList<double[]> probabilities)
    {
        double[][] sharpened = [.. probabilities.Select(column => Array.ConvertAll(column, probability => Math.Pow(probability, Sharpening)))];
        for (var row = 0; row < sharpened[0].Length; row++)
        {
            var sum = sharpened.Sum(column => column[row]);
            foreach (var column in sharpened)
            {
                column[row] /= sum;
            }
        }

        return sharpened;
    }

    private static bool IsWorse(IMetric metric, double value, double than) =>
        metric.Direction == MetricDirection.HigherIsBetter ? value < than - Tiny : value > than + Tiny;

    private static GateCase? CrossLimits(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var changed = good with
        {
            Candidate = good.Candidate with
            {
                FileMetrics = Cross(good.Candidate.FileMetrics, [.. Limits(good, MetricSource.File)]),
                RunMetrics = Cross(good.Candidate.RunMetrics, [.. Limits(good, MetricSource.Run)]),
            },
        };
        return good.Candidate.Predictions.Value is { } set && Cross(set, [.. Limits(good, MetricSource.Predictions)], workspace, cancellationToken) is { } worse
            ? With(changed, worse)
            : changed.Candidate == good.Candidate ? null : changed;
    }

    // One order of rows for all limits, so that the predictions which cross the last one have crossed the others.
    private static PredictionSet? Cross(PredictionSet set, IReadOnlyList<MetricGateSection> limits, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var order = WrongRows.Shuffled(set, workspace.CreateRandom());
        PredictionSet? worse = null;
        foreach (var limit in limits)
        {
            var metric = MetricValue.Parse(limit.Name, set);
            if (worse is null || Holds(limit, metric.On(worse)))
            {
                worse = WrongRows.Until(set, order, candidate => !Holds(limit, metric.On(candidate)), cancellationToken) ?? worse;
            }
        }

        return worse;
    }

    private static Evidence<IReadOnlyDictionary<string, double>> Cross(Evidence<IReadOnlyDictionary<string, double>> metrics, IReadOnlyList<MetricGateSection> limits)
    {
        if (metrics.Value is not { } values || limits.Count == 0)
        {
            return metrics;
        }

        var changed = new Dictionary<string, double>(values, StringComparer.Ordinal);
        foreach (var limit in limits.Where(limit => values.ContainsKey(limit.Name)))
        {
            changed[limit.Name] = limit.Min is { } min ? min - Step(min) : limit.Max is { } max ? max + Step(max) : changed[limit.Name];
        }

        return new(changed);
    }

    private static double Step(double limit) => 0.01 * Math.Max(1, Math.Abs(limit));

    private static bool Holds(MetricGateSection limit, double value) => new GateLimits(limit.Min, limit.Max, Rounding: Rounding).Hold(value);

    private static IEnumerable<MetricGateSection> Limits(GateCase good, MetricSource from) => good.Model.Gates.Metrics.Where(limit => limit.From == from);

    private static GateCase With(GateCase good, PredictionSet set) => good with { Candidate = good.Candidate with { Predictions = new(set) } };
}
