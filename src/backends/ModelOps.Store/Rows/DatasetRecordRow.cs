namespace ModelOps.Store.Rows;

/// <summary>A row of <c>evaluation_dataset_records</c>; what MLflow keeps as JSON is text of JSON.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Inputs">What a model is asked.</param>
/// <param name="Outputs">What it answered, below the key <c>mlflow_wrapped</c>.</param>
/// <param name="Expectations">What it should answer.</param>
/// <param name="Tags">Tags.</param>
internal sealed record DatasetRecordRow(string Id, string Inputs, string Outputs, string Expectations, string Tags)
{
    /// <summary>Hash of the inputs, which two records of a dataset do not share.</summary>
    public required string InputHash { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required string Source { get; init; }

    public string? SourceId { get; init; }

    public string? SourceType { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? User { get; init; }
}
