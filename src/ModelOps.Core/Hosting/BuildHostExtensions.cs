using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

internal static class BuildHostExtensions
{
    private static readonly string[] SecretVariables =
    [
        "MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_PASSWORD", "DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET",
        "AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET", "GITHUB_TOKEN", "SYSTEM_ACCESSTOKEN", "MLFLOW_UC_OSS_TOKEN",
    ];

    /// <summary>Masks every credential variable that is set, before anything else is printed.</summary>
    public static void MaskSecrets(this IBuildHost host, IEnvironment environment)
    {
        foreach (var name in SecretVariables)
        {
            if (environment.Get(name) is { Length: > 0 } secret)
            {
                host.Mask(secret);
            }
        }
    }
}
