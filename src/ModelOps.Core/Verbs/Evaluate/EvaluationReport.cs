using System.Globalization;
using ModelOps.Core.Contract;
using ModelOps.Core.Reporting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>The report of an evaluation: what the predictions are worth, and no verdict.</summary>
internal static class EvaluationReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="settings">The call.</param>
    /// <param name="predictions">What was evaluated.</param>
    /// <param name="metrics">Metrics of the call; all that are usual for the task when it names none.</param>
    /// <param name="digest">Digest of the file of predictions.</param>
    /// <param name="createdAt">When.</param>
    public static ReleaseReport Of(EvaluateSettings settings, PredictionSet predictions, IReadOnlyList<IMetric> metrics, string digest, DateTimeOffset createdAt)
    {
        var file = Path.GetFileName(settings.Predictions);
        return new()
        {
            Title = settings.Model is { } model ? $"Evaluation of {model.Value}" : $"Evaluation of {file}",
            CreatedAt = createdAt,
            Facts =
            [
                new("Task", InputText.Of(predictions.Task)!),
                new("Predictions", file),
                new("Rows", predictions.Count.ToString(CultureInfo.InvariantCulture)),
            ],
            Challenger = predictions,
            Metrics = settings.Metric.Count > 0 ? metrics : [],
            MinSliceRows = settings.MinRows,
            Evidence = [new(file, digest)],
        };
    }
}
