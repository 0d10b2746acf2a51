namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Predictions of a model, as files.</summary>
/// <param name="Files">The files.</param>
/// <param name="KeepAs">Key under which they are kept once they have proved readable; null when they are not to be kept, or are from there.</param>
internal sealed record FoundPredictions(PredictionFiles Files, string? KeepAs);
