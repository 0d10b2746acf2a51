using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Sandbox.Seeds;

/// <summary>An issue to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What is wrong.</param>
/// <param name="Status">How far it is; null for a new one.</param>
/// <param name="Severity">How bad it is; null when nobody said.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record SeedIssue(string Name, string Description, string? Status, string? Severity, SourceSpan Span);
