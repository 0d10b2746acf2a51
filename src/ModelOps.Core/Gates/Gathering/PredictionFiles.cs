namespace ModelOps.Core.Gates.Gathering;

/// <summary>Files that hold what a model predicts.</summary>
/// <param name="Predictions">Full path of the predictions.</param>
/// <param name="Metrics">Full path of the metrics of the team's own; null when none were written.</param>
internal sealed record PredictionFiles(string Predictions, string? Metrics);
