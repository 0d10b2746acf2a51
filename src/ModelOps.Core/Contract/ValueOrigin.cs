namespace ModelOps.Core.Contract;

/// <summary>Where the value of an input came from.</summary>
/// <param name="Input">Name of the input, as on the command line.</param>
/// <param name="Value">The value as text; null when there is none.</param>
/// <param name="Source">The source: <c>argument</c>, an environment variable's name, a place in modelops.yml, or <c>default</c>.</param>
public sealed record ValueOrigin(string Input, string? Value, string Source);
