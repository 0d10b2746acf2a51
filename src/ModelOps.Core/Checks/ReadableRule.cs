using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>Files that are there can be read.</summary>
internal sealed class ReadableRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model is null)
        {
            return [ModelDiagnostics.Missing.At(
                "There is no regular file MLmodel here.", new(model.FullPath("MLmodel"))), .. Environments(model)];
        }

        return [.. model.Model.Problems, .. model.Model.Value?.Signature?.Problems ?? [], .. Environments(model)];
    }

    private static IEnumerable<Diagnostic> Environments(ModelDirectory model) =>
        [.. model.Conda?.Problems ?? [], .. model.Python?.Problems ?? [], .. model.Requirements?.Problems ?? [], .. model.Included.Files.SelectMany(file => file.Problems)];
}
