using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics.Kernels;

namespace ModelOps.Core.Reporting.Curves;

/// <summary>
/// Weight of the hits and false alarms of a binary model at every threshold, from the highest on: sorted once, for all curves.
/// </summary>
internal sealed class ThresholdCounts
{
    private readonly double[] _hits;
    private readonly double[] _falseAlarms;

    private ThresholdCounts(double[] hits, double[] falseAlarms) => (_hits, _falseAlarms) = (hits, falseAlarms);

    /// <summary>Share of the positive class, by weight.</summary>
    public double PositiveShare => _hits[^1] / (_hits[^1] + _falseAlarms[^1]);

    /// <summary>Counts a set; null when it has no probabilities, or rows of one class only.</summary>
    public static ThresholdCounts? Of(PredictionSet set)
    {
        if (set.Task != EvaluationTask.Binary || set.Probabilities.Count != 1)
        {
            return null;
        }

        var counts = Accumulate(set, ScoreOrder.Of(set.Probabilities[0]));
        return counts._hits is [.., > 0] && counts._falseAlarms is [.., > 0] ? counts : null;
    }

    /// <summary>Share of false alarms and of hits at every threshold, as scikit-learn's <c>roc_curve</c> without dropping points.</summary>
    public CurvePoint[] Roc()
    {
        var points = new CurvePoint[_hits.Length + 1];
        for (var index = 0; index < _hits.Length; index++)
        {
            points[index + 1] = new(_falseAlarms[index] / _falseAlarms[^1], _hits[index] / _hits[^1]);
        }

        return points;
    }

    /// <summary>Recall and precision at every threshold, as scikit-learn's <c>precision_recall_curve</c>: recall rises, and begins with a precision of 1.</summary>
    public CurvePoint[] PrecisionRecall()
    {
        var points = new CurvePoint[_hits.Length + 1];
        points[0] = new(0, 1);
        for (var index = 0; index < _hits.Length; index++)
        {
            var alarms = _hits[index] + _falseAlarms[index];
            points[index + 1] = new(_hits[index] / _hits[^1], alarms > 0 ? _hits[index] / alarms : 1);
        }

        return points;
    }

    private static ThresholdCounts Accumulate(PredictionSet set, ScoreOrder order)
    {
        var hits = new double[order.Ends.Length];
        var falseAlarms = new double[order.Ends.Length];
        double hit = 0, falseAlarm = 0;
        var start = 0;
        for (var threshold = 0; threshold < order.Ends.Length; threshold++)
        {
            foreach (var row in order.Rows.AsSpan(start..order.Ends[threshold]))
            {
                var weight = set.Weights?[row] ?? 1;
                if (set.Labels[row] == 1)
                {
                    hit += weight;
                }
                else
                {
                    falseAlarm += weight;
                }
            }

            (hits[threshold], falseAlarms[threshold]) = (hit, falseAlarm);
            start = order.Ends[threshold];
        }

        return new(hits, falseAlarms);
    }
}
