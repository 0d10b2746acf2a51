namespace ModelOps.Mlflow.Wire;

/// <summary>A logged model of MLflow 3.</summary>
internal sealed record WireLoggedModel(WireLoggedModelInfo? Info);

/// <summary>The fixed part of a logged model.</summary>
internal sealed record WireLoggedModelInfo(
    string? ArtifactUri, string? ModelId = null, string? Name = null, string? Status = null, string? SourceRunId = null, long CreationTimestampMs = 0);

/// <summary>Answer with a logged model of MLflow 3.</summary>
internal sealed record LoggedModelAnswer(WireLoggedModel? Model);

/// <summary>Asks for a page of logged models.</summary>
internal sealed record SearchLoggedModelsRequest(
    IReadOnlyList<string> ExperimentIds, string? Filter, int MaxResults, IReadOnlyList<WireOrder> OrderBy, string? PageToken);

/// <summary>One part of an order.</summary>
internal sealed record WireOrder(string FieldName, bool Ascending);

/// <summary>A page of logged models.</summary>
internal sealed record LoggedModelsPage(IReadOnlyList<WireLoggedModel>? Models, string? NextPageToken);
