using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;

namespace ModelOps.Core.Changes;

/// <summary>Models that a call runs for.</summary>
/// <param name="Models">The models, in the order of modelops.yml.</param>
/// <param name="Findings">Why these.</param>
internal sealed record ChosenModels(IReadOnlyList<ModelSection> Models, IReadOnlyList<Diagnostic> Findings);
