using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>A trace to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Metadata">Metadata.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedTrace(
    string Name,
    string Status,
    IReadOnlyList<KeyValuePair<string, string>> Metadata,
    IReadOnlyList<KeyValuePair<string, string>> Tags,
    SourceSpan Span);
