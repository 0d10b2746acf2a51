namespace ModelOps.Mlflow.Wire;

/// <summary>An evaluation dataset of MLflow 3; its tags are text of a JSON object.</summary>
internal sealed record WireEvaluationDataset(string? DatasetId, string? Name, string? Tags);

/// <summary>Answer with an evaluation dataset.</summary>
internal sealed record EvaluationDatasetAnswer(WireEvaluationDataset? Dataset);

/// <summary>Asks for a page of evaluation datasets.</summary>
internal sealed record SearchEvaluationDatasetsRequest(string? FilterString, int MaxResults, string? PageToken);

/// <summary>A page of evaluation datasets.</summary>
internal sealed record EvaluationDatasetsPage(IReadOnlyList<WireEvaluationDataset>? Datasets, string? NextPageToken);
