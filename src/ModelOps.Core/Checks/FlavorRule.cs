using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>Something can load the model.</summary>
internal sealed class FlavorRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value is not { } mlmodel)
        {
            return [];
        }

        var names = string.Join(", ", mlmodel.Flavors.Select(flavor => flavor.Name));
        var span = mlmodel.Source.At(mlmodel.Keys);
        return mlmodel switch
        {
            { Flavors: [] } => [CheckDiagnostics.NoFlavor.At("MLmodel lists no flavor.", span)],
            { PythonFunction: null } => [CheckDiagnostics.NoPythonFunction.At(
                $"Expected the flavor python_function, found only {names}.", span) with { Severity = mlmodel.Flavors.Any(PathTable.IsOfMlflow) ? Severity.Warning : Severity.Error }],
            _ => [],
        };
    }
}
