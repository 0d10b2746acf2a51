namespace ModelOps.Core.Sources;

/// <summary>A model that a run made.</summary>
/// <param name="Uri">Its reference: <c>runs:/ID/PATH</c> where MLmodel is in the artifacts of the run, <c>models:/ID</c> for a logged model of MLflow 3.</param>
/// <param name="Name">Path in the artifacts, or the name that it was logged under.</param>
/// <param name="Location">Where the files of a logged model are; null for one in the artifacts.</param>
internal sealed record RunModel(string Uri, string Name, string? Location = null);
