using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>A run to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Metrics">Metrics, with their last values.</param>
/// <param name="Parameters">Parameters.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedRun(
    string Name,
    string Status,
    IReadOnlyList<KeyValuePair<string, double>> Metrics,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    IReadOnlyList<KeyValuePair<string, string>> Tags,
    SourceSpan Span);
