namespace ModelOps.Abstractions.Tracking;

/// <summary>An active experiment.</summary>
/// <param name="Id">Experiment ID.</param>
/// <param name="Name">Name.</param>
/// <param name="Tags">Tags by key.</param>
public sealed record Experiment(string Id, string Name, IReadOnlyDictionary<string, string> Tags);
