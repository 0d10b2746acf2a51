using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>Failures of artifacts on this machine, in the words of the catalog that they belong to.</summary>
/// <param name="ExitCode">Exit code of all of them.</param>
/// <param name="Failed">Diagnostic of a file that the system refuses to read or write.</param>
internal sealed record ArtifactFailures(ExitCode ExitCode, DiagnosticDescriptor Failed)
{
    public ModelOpsException Refused(string message, Exception? inner = null) => new(ExitCode, Failed.At(message), inner);

    public ModelOpsException UnsafeLocation(string message) => new(ExitCode, RegistryDiagnostics.UnsafeLocation.At(message));
}
