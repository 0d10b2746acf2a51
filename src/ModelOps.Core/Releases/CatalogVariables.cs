using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Environment variables through which a command finds its catalog.</summary>
internal static class CatalogVariables
{
    private const string Loopback = "127.0.0.1,localhost";

    private static readonly string[] ProxyExceptions = ["NO_PROXY", "no_proxy"];

    /// <summary>Addresses and names.</summary>
    public static Dictionary<string, string> Create(CatalogAddress address, CatalogNames names) => new(StringComparer.Ordinal)
    {
        ["MLFLOW_TRACKING_URI"] = address.TrackingUri,
        ["MLFLOW_REGISTRY_URI"] = address.RegistryUri,
        ["MLFLOW_EXPERIMENT_NAME"] = names.Experiment,
        ["MODELOPS_CATALOG"] = names.Catalog,
        ["MODELOPS_SCHEMA"] = names.Schema,
        ["MODELOPS_MODEL"] = names.Model.Value,
    };

    /// <summary>The same with what the catalog's servers ask for to sign in; nothing of another server, of a cloud or of the build host.</summary>
    public static Dictionary<string, string> CreateSignedIn(CatalogAddress address, CatalogNames names, VerbContext context)
    {
        UndefinedVariables.RequireNone(context.Environment, context.Catalogs.Backends);
        var variables = Create(context.Catalogs.Backends.Absolute(address), names);
        foreach (var name in context.Catalogs.Backends.ClientVariables(address))
        {
            if (context.Environment.Get(name) is { Length: > 0 } value)
            {
                variables[name] = value;
            }
        }

        return variables;
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
