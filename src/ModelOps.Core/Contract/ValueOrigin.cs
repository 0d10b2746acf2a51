namespace ModelOps.Core.Contract;

/// <summary>Where the value of an input came from.</summary>
/// <param name="Input">Name of the input, as on the command line.</param>
/// <param name="Value">The value as text; null when there is none.</param>
/// <param name="Source">The source: <c>argument</c>, an environment variable's name, a place in modelops.yml, <c>default</c>, or <c>found</c> for a modelops.yml that nobody named.</param>
public sealed record ValueOrigin(string Input, string? Value, string Source);
