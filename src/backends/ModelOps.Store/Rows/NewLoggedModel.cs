namespace ModelOps.Store.Rows;

/// <summary>A row of <c>logged_models</c> to be.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="ExperimentId">Identity of its experiment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where its artifacts are.</param>
/// <param name="Status">Number of its status.</param>
internal sealed record NewLoggedModel(string Id, long ExperimentId, string Name, string Location, int Status)
{
    public string ModelType { get; init; } = "";

    public string SourceRunId { get; init; } = "";
}
