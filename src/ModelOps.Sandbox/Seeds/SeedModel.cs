using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>A registered model to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Description.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Versions">Its versions: the first is version 1.</param>
/// <param name="Aliases">Aliases, with the versions that carry them.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedModel(
    string Name,
    string Description,
    IReadOnlyList<KeyValuePair<string, string>> Tags,
    IReadOnlyList<SeedVersion> Versions,
    IReadOnlyList<KeyValuePair<string, int>> Aliases,
    SourceSpan Span);
