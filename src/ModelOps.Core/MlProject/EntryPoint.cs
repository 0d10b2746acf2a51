using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.MlProject;

/// <summary>An entry point of an MLproject file.</summary>
/// <param name="Name">Name.</param>
/// <param name="Command">Command line with placeholders <c>{parameter}</c>.</param>
/// <param name="Parameters">Parameters in the order of declaration.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record EntryPoint(string Name, string Command, IReadOnlyList<EntryPointParameter> Parameters, SourceSpan Place);
