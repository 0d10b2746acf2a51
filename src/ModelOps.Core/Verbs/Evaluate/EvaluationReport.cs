using System.Globalization;
using ModelOps.Core.Contract;
using ModelOps.Core.Evaluation;
using ModelOps.Core.Reporting;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>The report of an evaluation: what the predictions are worth, and no verdict.</summary>
internal static class EvaluationReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="settings">The call.</param>
    /// <param name="predictions">What was evaluated.</param>
    /// <param name="digest">Digest of the file of predictions.</param>
    /// <param name="createdAt">When.</param>
    public static ReleaseReport Of(EvaluateSettings settings, PredictionSet predictions, string digest, DateTimeOffset createdAt)
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
            Evidence = [new(file, digest)],
        };
    }
}
