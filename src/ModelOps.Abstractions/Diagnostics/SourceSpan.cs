namespace ModelOps.Abstractions.Diagnostics;

/// <summary>A place in a file.</summary>
/// <param name="File">Path as the user would open it: absolute, or relative to the working directory.</param>
/// <param name="Line">Line, counted from 1; 0 when only the file is known.</param>
/// <param name="Column">Column, counted from 1; 0 when unknown.</param>
public sealed record SourceSpan(string File, int Line = 0, int Column = 0);
