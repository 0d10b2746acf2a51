using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Ephemeral;

/// <summary>Makes a catalog for the integration tests of a model.</summary>
internal static class EphemeralCatalogs
{
    /// <summary>Opens an ephemeral catalog; the caller disposes of it, whatever happens in between.</summary>
    /// <param name="context">The verb's context; takes findings, also those of the clean-up.</param>
    /// <param name="environment">Environment that is tested against.</param>
    /// <param name="shortModelName">Name of the model, without catalog and schema.</param>
    /// <param name="cancellationToken">Ends the opening; the clean-up has a deadline of its own.</param>
    /// <exception cref="ModelOpsException">It cannot be made.</exception>
    public static Task<EphemeralCatalog> OpenAsync(
        VerbContext context, ReleaseEnvironment environment, string shortModelName, CancellationToken cancellationToken) =>
        throw new ModelOpsException(ExitCode.CouldNotRun, SandboxDiagnostics.NotReady.At(
            $"No ephemeral catalog can be made for '{shortModelName}' in {environment.Name}."));
}
