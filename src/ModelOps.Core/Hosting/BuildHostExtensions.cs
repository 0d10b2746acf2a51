using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

internal static class BuildHostExtensions
{
    // Of the build hosts themselves, and of clouds that a job is often signed in to whichever backend it uses.
    private static readonly string[] SecretsOfJobs =
    [
        "GITHUB_TOKEN", "SYSTEM_ACCESSTOKEN", "DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET", "AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET",
        "MLFLOW_UC_OSS_TOKEN",
    ];

    /// <summary>Masks every credential variable that is set, before anything else is printed.</summary>
    public static void MaskSecrets(this IBuildHost host, IEnvironment environment, BackendList backends)
    {
        foreach (var name in backends.Descriptors.SelectMany(descriptor => descriptor.SecretVariables).Concat(SecretsOfJobs))
        {
            if (environment.Get(name) is { Length: > 0 } secret && AzureMacro.FindUndefined(secret, environment) is null)
            {
                host.Mask(secret);
            }
        }
    }
}
