using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>A model version to make.</summary>
/// <param name="Source">Where its files are; null when they are uploaded, or there are none.</param>
/// <param name="Directory">Directory whose files are uploaded, absolute; null when none are.</param>
/// <param name="Description">Description.</param>
/// <param name="Stage">Stage; null for none.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Run">The run it comes from; null when it comes from none.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedVersion(
    string? Source,
    string? Directory,
    string Description,
    string? Stage,
    IReadOnlyList<KeyValuePair<string, string>> Tags,
    SeedRun? Run,
    SourceSpan Span);
