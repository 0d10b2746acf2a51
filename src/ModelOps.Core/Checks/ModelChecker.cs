using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>Runs all rules. A rule that meets a file which the system refuses to read does not keep the others from running.</summary>
internal static class ModelChecker
{
    public static IReadOnlyList<Diagnostic> Check(string directory, CheckSection limits, CancellationToken cancellationToken)
    {
        var model = new ModelDirectory(directory);
        var findings = new List<Diagnostic>();
        foreach (var rule in CheckRules.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                findings.AddRange(rule.Check(model, limits));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                findings.Add(HostDiagnostics.FileFailed.At(failure.Message));
            }
        }

        return [.. findings.Distinct()];
    }
}
