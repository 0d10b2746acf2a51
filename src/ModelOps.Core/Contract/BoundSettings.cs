using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Contract;

/// <summary>What the binder made of the raw text.</summary>
/// <param name="Settings">The settings record; null when a diagnostic is an error.</param>
/// <param name="Origins">Where every value came from, in the order of declaration.</param>
/// <param name="Diagnostics">All problems, not only the first.</param>
internal sealed record BoundSettings(object? Settings, IReadOnlyList<ValueOrigin> Origins, IReadOnlyList<Diagnostic> Diagnostics);
