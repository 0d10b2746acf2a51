namespace ModelOps.Core.Models.Environments;

/// <summary>A requirements.txt.</summary>
/// <param name="File">Path for messages.</param>
/// <param name="Requirements">Its lines, without comments and empty ones.</param>
internal sealed record RequirementsFile(string File, IReadOnlyList<Requirement> Requirements);
