using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models;

/// <summary>A path that a model's file names.</summary>
/// <param name="Owner">What names it, for a message.</param>
/// <param name="Path">The path below the model's root, as MLflow makes it.</param>
/// <param name="Span">Where it is named.</param>
/// <param name="IfMissing">How bad it is when nothing is there; null when that is somebody else's question.</param>
/// <param name="Use">What MLflow does with it.</param>
internal sealed record PathField(string Owner, string Path, SourceSpan Span, Severity? IfMissing, PathUse Use = PathUse.Joined)
{
    /// <summary>Whether a file or directory must be there.</summary>
    public bool MustExist => IfMissing == Severity.Error;
}
