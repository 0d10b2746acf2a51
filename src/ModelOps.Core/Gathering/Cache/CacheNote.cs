namespace ModelOps.Core.Gathering.Cache;

/// <summary>What a cache says of predictions that it keeps.</summary>
/// <param name="Predictions">Digest of the predictions.</param>
/// <param name="Metrics">Digest of the metrics; null when there are none.</param>
internal sealed record CacheNote(string Predictions, string? Metrics);
