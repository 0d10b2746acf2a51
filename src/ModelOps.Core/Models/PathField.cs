using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models;

/// <summary>A path that a model's file names.</summary>
/// <param name="Owner">What names it, for a message.</param>
/// <param name="Path">The path.</param>
/// <param name="Span">Where it is named.</param>
/// <param name="MustExist">Whether a file or directory must be there.</param>
internal sealed record PathField(string Owner, string Path, SourceSpan Span, bool MustExist);
