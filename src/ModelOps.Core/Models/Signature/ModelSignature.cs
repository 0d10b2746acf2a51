using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models.Signature;

/// <summary>What a model takes and gives.</summary>
/// <param name="Span">Where the signature stands.</param>
/// <param name="Inputs">The inputs; null when the signature has none or they cannot be read.</param>
/// <param name="Outputs">The outputs; null when the signature has none or they cannot be read.</param>
/// <param name="Params">The parameters of inference; null when the signature has none (before MLflow 2.6) or they cannot be read.</param>
internal sealed record ModelSignature(SourceSpan Span, SignatureSchema? Inputs, SignatureSchema? Outputs, IReadOnlyList<ParamSpec>? Params);
