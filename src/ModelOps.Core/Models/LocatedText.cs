using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models;

/// <summary>A text from a model's file, with its place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record LocatedText(string Text, SourceSpan Span);
