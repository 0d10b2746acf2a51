using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>An evaluation dataset to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Records">Its records, a list as a client sends them.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedDataset(string Name, IReadOnlyList<KeyValuePair<string, string>> Tags, JsonNode? Records, SourceSpan Span);
