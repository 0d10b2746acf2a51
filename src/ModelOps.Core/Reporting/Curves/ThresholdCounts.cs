using ModelOps.Core.Evaluation;

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

        var scores = (double[])set.Probabilities[0].Clone();
        var rows = new int[scores.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        Array.Sort(scores, rows);
        var counts = Accumulate(set, scores, rows);
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

    private static ThresholdCounts Accumulate(PredictionSet set, double[] scores, int[] rows)
    {
        var hits = new List<double>();
        var falseAlarms = new List<double>();
        double hit = 0, falseAlarm = 0;
        for (var rank = rows.Length - 1; rank >= 0; rank--)
        {
            var weight = set.Weights?[rows[rank]] ?? 1;
            if (set.Labels[rows[rank]] == 1)
            {
                hit += weight;
            }
            else
            {
                falseAlarm += weight;
            }

            if (rank == 0 || scores[rank - 1] != scores[rank])
            {
                hits.Add(hit);
                falseAlarms.Add(falseAlarm);
            }
        }

        return new([.. hits], [.. falseAlarms]);
    }
}
