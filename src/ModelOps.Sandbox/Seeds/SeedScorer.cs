using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>A scorer to register.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What it says of itself, an object as a client sends it.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedScorer(string Name, JsonNode Definition, SourceSpan Span);
