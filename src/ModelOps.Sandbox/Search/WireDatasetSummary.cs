namespace ModelOps.Sandbox.Search;

/// <summary>A dataset that runs of an experiment used.</summary>
/// <param name="ExperimentId">The experiment.</param>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Digest">Digest of its content.</param>
/// <param name="Context">What it was used for; null when nobody said.</param>
internal sealed record WireDatasetSummary(string ExperimentId, string Name, string Digest, string? Context);
