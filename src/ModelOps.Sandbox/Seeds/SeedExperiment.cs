using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>An experiment to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Runs">Its runs.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedExperiment(
    string Name, IReadOnlyList<KeyValuePair<string, string>> Tags, IReadOnlyList<SeedRun> Runs, SourceSpan Span)
{
    public IReadOnlyList<SeedDataset> Datasets { get; init; } = [];

    public IReadOnlyList<SeedScorer> Scorers { get; init; } = [];

    public IReadOnlyList<SeedIssue> Issues { get; init; } = [];

    public IReadOnlyList<SeedTrace> Traces { get; init; } = [];
}
