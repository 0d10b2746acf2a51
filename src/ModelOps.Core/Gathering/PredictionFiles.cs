namespace ModelOps.Core.Gathering;

/// <summary>Files that hold what a model predicts.</summary>
/// <param name="Predictions">Full path of the predictions.</param>
/// <param name="Metrics">Full path of the metrics of the team's own; null when none were written.</param>
internal sealed record PredictionFiles(string Predictions, string? Metrics)
{
    /// <summary>Most bytes of a file of predictions, wherever it comes from: one with a hole in it says it has terabytes, and would be hashed for hours.</summary>
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;
}
