using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>The model says what it takes and what it gives.</summary>
internal sealed class SignatureRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value is not { } mlmodel)
        {
            return [];
        }

        return mlmodel.Signature switch
        {
            null => [CheckDiagnostics.NoSignature.At("MLmodel has no signature.", mlmodel.Source.At(mlmodel.Keys))],
            { Value: { Outputs: null } signature, Problems: [] } => [CheckDiagnostics.IncompleteSignature.At(
                "The signature has no outputs.", signature.Span)],
            { Value: { Inputs: null } signature, Problems: [] } => [CheckDiagnostics.IncompleteSignature.At(
                "The signature has no inputs.", signature.Span)],
            _ => [],
        };
    }
}
