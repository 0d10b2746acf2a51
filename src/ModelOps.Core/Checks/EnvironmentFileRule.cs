using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>The model says which packages it needs.</summary>
internal sealed class EnvironmentFileRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value is not { } mlmodel)
        {
            yield break;
        }

        foreach (var (kind, path) in mlmodel.EnvironmentFiles)
        {
            if (model.Find(path.Text) == EntryKind.Missing)
            {
                // Where another file says what to install, most tools take that one.
                yield return CheckDiagnostics.EnvironmentMissing.At(
                    $"python_function.env ({kind}) names '{path.Text}', which is not in the model directory.", path.Span)
                    with { Severity = model.Conda is not null || model.Python is not null ? Severity.Warning : Severity.Error };
            }
        }

        if (mlmodel.EnvironmentFiles.Count == 0 && mlmodel.PythonFunction is { } flavor && model.Conda is null && model.Python is null)
        {
            yield return CheckDiagnostics.EnvironmentMissing.At(
                "python_function has no env, and there is no conda.yaml.", mlmodel.Source.At(flavor.Keys)) with { Severity = Severity.Warning };
        }

        foreach (var included in model.AllRequirements.Where(requirement => requirement.Kind == RequirementKind.RequirementsFile))
        {
            if (SafeRelativePath.TryValidate(included.Target, out _) && model.Find(included.Target) == EntryKind.Missing)
            {
                yield return CheckDiagnostics.EnvironmentMissing.At(
                    $"'{included.Text}' names a file that is not in the model directory.", included.Span);
            }
        }
    }
}
