using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>Environment variables through which a command finds its catalog.</summary>
internal static class CatalogVariables
{
    private const string Loopback = "127.0.0.1,localhost";

    // What MLflow's client reads for one server; nothing of another one, of a cloud or of the build host.
    private static readonly string[] Credentials =
    [
        "MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_INSECURE_TLS",
        "MLFLOW_TRACKING_SERVER_CERT_PATH", "MLFLOW_TRACKING_CLIENT_CERT_PATH", "MLFLOW_WORKSPACE",
    ];

    private static readonly string[] ProxyExceptions = ["NO_PROXY", "no_proxy"];

    /// <summary>Addresses and names.</summary>
    public static Dictionary<string, string> Create(string trackingUri, string registryUri, CatalogNames names) => new(StringComparer.Ordinal)
    {
        ["MLFLOW_TRACKING_URI"] = trackingUri,
        ["MLFLOW_REGISTRY_URI"] = registryUri,
        ["MLFLOW_EXPERIMENT_NAME"] = names.Experiment,
        ["MODELOPS_CATALOG"] = names.Catalog,
        ["MODELOPS_SCHEMA"] = names.Schema,
        ["MODELOPS_MODEL"] = names.Model.Value,
    };

    /// <summary>Adds what the server asks for to sign in.</summary>
    public static void AddCredentials(Dictionary<string, string> variables, IEnvironment environment)
    {
        foreach (var name in Credentials)
        {
            if (environment.Get(name) is { Length: > 0 } value)
            {
                variables[name] = value;
            }
        }
    }

    /// <summary>Keeps a proxy of the machine out of calls to this machine.</summary>
    public static void AddLoopback(Dictionary<string, string> variables, IEnvironment environment)
    {
        foreach (var name in ProxyExceptions)
        {
            variables[name] = environment.Get(name) is { Length: > 0 } known ? $"{known},{Loopback}" : Loopback;
        }
    }
}
