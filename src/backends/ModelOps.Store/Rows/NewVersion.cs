namespace ModelOps.Store.Rows;

/// <summary>A row of <c>model_versions</c> to be.</summary>
/// <param name="Model">Name of its model.</param>
/// <param name="Source">What it was made of.</param>
/// <param name="StorageLocation">Where its files are.</param>
/// <param name="RunId">The run that made it; empty or null for none.</param>
internal sealed record NewVersion(string Model, string Source, string? StorageLocation, string? RunId)
{
    public string RunLink { get; init; } = "";

    public string Description { get; init; } = "";
}
