namespace ModelOps.Mlflow.Wire;

/// <summary>A page of model versions.</summary>
internal sealed record VersionsPage(IReadOnlyList<WireVersion>? ModelVersions, string? NextPageToken);
