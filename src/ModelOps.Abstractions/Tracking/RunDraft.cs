namespace ModelOps.Abstractions.Tracking;

/// <summary>A run to be created.</summary>
/// <param name="ExperimentId">Experiment.</param>
/// <param name="Name">Name.</param>
/// <param name="StartedAt">When it begins.</param>
/// <param name="Tags">Tags, written in the create request itself.</param>
public sealed record RunDraft(string ExperimentId, string Name, DateTimeOffset StartedAt, IReadOnlyList<Tag> Tags);
