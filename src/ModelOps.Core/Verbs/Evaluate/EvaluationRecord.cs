using System.Globalization;
using ModelOps.Core.Contract;
using ModelOps.Core.Recording;
using ModelOps.Evaluation;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>What an evaluation logs to a run.</summary>
internal static class EvaluationRecord
{
    // The run is that of somebody else, who may have parameters of the same words.
    private const string Prefix = "evaluation.";

    /// <summary>A record with the parameters: what the metrics are of, and in which sense.</summary>
    /// <param name="settings">The call.</param>
    /// <param name="columns">Columns of the predictions.</param>
    /// <param name="digest">Digest of the file of predictions.</param>
    public static RunRecord Of(EvaluateSettings settings, PredictionColumns columns, string digest)
    {
        var record = new RunRecord();
        record.Set(Prefix + "model", settings.Model?.Value);
        record.Set(Prefix + "task", InputText.Of(columns.Task));
        record.Set(Prefix + "predictions", Path.GetFileName(settings.Predictions));
        record.Set(Prefix + "predictions.digest", digest);
        record.Set(Prefix + "label", columns.Label);
        record.Set(Prefix + "prediction", columns.Prediction);
        record.Set(Prefix + "probability", string.Join(", ", columns.Probability));
        record.Set(Prefix + "score", columns.Score);
        record.Set(Prefix + "weight", columns.Weight);
        record.Set(Prefix + "query", columns.Query);
        record.Set(Prefix + "positive", columns.Positive);
        record.Set(Prefix + "threshold", columns.Prediction is null && columns.Probability.Count == 1 ? columns.Threshold.ToString(CultureInfo.InvariantCulture) : null);
        return record;
    }

    /// <summary>Adds the metrics: of all rows, then of slices.</summary>
    public static void Add(RunRecord record, EvaluateResult result)
    {
        foreach (var row in result.Metrics)
        {
            record.Add(MetricName.Of(MetricName.Metric(row.Metric)), row.Value);
        }

        record.Add("rows", result.Rows);
        foreach (var row in result.SliceMetrics)
        {
            IReadOnlyList<string> slice = ["slices", .. MetricName.Slice(row.Slice)];
            record.Add(MetricName.Of([.. slice, "rows"]), row.Rows);
            record.Add(MetricName.Of([.. slice, MetricName.Metric(row.Metric)]), row.Value);
        }
    }
}
