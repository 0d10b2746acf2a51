using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.MlProject;

/// <summary>A parameter that an entry point declares.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type.</param>
/// <param name="Default">Value when none is given; null when one must be given.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record EntryPointParameter(string Name, ParameterType Type, string? Default, SourceSpan Place);
