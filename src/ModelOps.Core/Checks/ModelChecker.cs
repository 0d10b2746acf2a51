using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>Runs all rules. A rule that meets a file which the system refuses to read does not keep the others from running.</summary>
internal static class ModelChecker
{
    /// <summary>Checks a directory that is to be packed.</summary>
    public static IReadOnlyList<Diagnostic> Check(string directory, CheckSection limits, CancellationToken cancellationToken) =>
        Check(directory, limits, CheckTarget.None, cancellationToken);

    /// <summary>Checks a directory for a target.</summary>
    /// <param name="directory">Full path of the model directory.</param>
    /// <param name="limits">Limits and severities of modelops.yml; its waivers are applied by the caller.</param>
    /// <param name="target">Where the model is to go.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<Diagnostic> Check(string directory, CheckSection limits, CheckTarget target, CancellationToken cancellationToken)
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

        var severities = new Severities(limits, target);
        return [.. findings.Distinct().Select(severities.Apply).OfType<Diagnostic>()];
    }
}
