using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Ephemeral;

/// <summary>Makes a catalog for the integration tests of a model.</summary>
internal static class EphemeralCatalogs
{
    /// <summary>
    /// Opens an ephemeral catalog; the caller disposes of it, whatever happens in between. It is a sandbox where the environment is embedded or the
    /// build is not trusted, else a schema of its own on the environment's server.
    /// </summary>
    /// <param name="context">The verb's context; takes findings, also those of the clean-up.</param>
    /// <param name="environment">Environment that is tested against.</param>
    /// <param name="shortModelName">Name of the model, without catalog and schema.</param>
    /// <param name="wantsSandbox">Whether it is a sandbox in any case.</param>
    /// <param name="cancellationToken">Ends the opening; the clean-up has a deadline of its own.</param>
    /// <exception cref="ModelOpsException">It cannot be made.</exception>
    public static async Task<EphemeralCatalog> OpenAsync(
        VerbContext context, ReleaseEnvironment environment, string shortModelName, bool wantsSandbox, CancellationToken cancellationToken)
    {
        var section = context.Configuration.Environments.GetValueOrDefault(environment.Name);
        var timeToLive = (section?.Ephemeral ?? new EphemeralSection()).Ttl.Value;
        var build = await context.ReadBuildAsync(cancellationToken);
        var isLocal = context.Catalogs.Backends.IsLocal(environment.Address);
        if (!isLocal && !build.IsUntrusted && !wantsSandbox)
        {
            return await new ServerCatalog(context, environment, EphemeralNames.Unique(section, build, shortModelName), timeToLive).OpenAsync(cancellationToken);
        }

        if (!isLocal && !wantsSandbox)
        {
            context.Report(SandboxDiagnostics.Untrusted.At(
                $"This pull request is tested in a sandbox, not in {environment.Name}: its code comes from a fork, or that cannot be ruled out."));
        }

        var names = CatalogNames.Of(section, environment, shortModelName);
        return await SandboxCatalog.OpenAsync(context, context.FindSandbox(), names, timeToLive, cancellationToken);
    }
}
