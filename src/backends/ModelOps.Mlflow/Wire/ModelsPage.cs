namespace ModelOps.Mlflow.Wire;

/// <summary>A page of registered models.</summary>
internal sealed record ModelsPage(IReadOnlyList<WireModel>? RegisteredModels, string? NextPageToken);
