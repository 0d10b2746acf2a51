namespace ModelOps.Core.Launching;

/// <summary>A finding that the sandbox's process hands to its starter.</summary>
/// <param name="Code">Code of the diagnostic catalogue.</param>
/// <param name="Message">The message.</param>
/// <param name="File">File that it is about; null when none.</param>
/// <param name="Line">Line, from 1; null when unknown.</param>
/// <param name="Column">Column, from 1; null when unknown.</param>
internal sealed record SandboxProblem(string Code, string Message, string? File, int? Line, int? Column);
