namespace ModelOps.Abstractions.Tracking;

/// <summary>A logged model of MLflow 3, which keeps its files beside the runs of its experiment.</summary>
/// <param name="Id">Its ID, as in <c>models:/ID</c>.</param>
/// <param name="Name">Name that it was logged under; several of one run may share it.</param>
/// <param name="ArtifactUri">Where its files are.</param>
/// <param name="CreatedAt">When it was logged.</param>
public sealed record LoggedModel(string Id, string Name, string ArtifactUri, DateTimeOffset CreatedAt);
