using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>The model was written by an MLflow that the servers understand.</summary>
internal sealed class MlflowVersionRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value?.MlflowVersion is { } written
            && PythonVersion.Parse(written.Text) is { } version
            && PythonVersion.Parse(limits.MinMlflow) is { } oldest
            && version.CompareRelease(oldest) < 0)
        {
            yield return CheckDiagnostics.MlflowTooOld.At(
                $"The model was written by MLflow {written.Text}; expected {limits.MinMlflow} or newer.", written.Span);
        }
    }
}
