using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Calls that set, delete and follow aliases.</summary>
internal static class AliasCalls
{
    private const string Path = "mlflow/registered-models/alias";

    private static readonly MessageShape NameAndAlias = new(RegistryFields.Name, RegistryFields.Alias);
    private static readonly ParameterRules[] NameAndAliasRules = [RegistryFields.NameRules, RegistryFields.AliasRules];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST", Path, new(RegistryFields.Name, RegistryFields.Alias, RegistryFields.Version),
            [RegistryFields.NameRules, RegistryFields.AliasRules, RegistryFields.VersionRules], SetAsync),
        new("DELETE", Path, NameAndAlias, NameAndAliasRules, DeleteAsync),
        new("GET", Path, NameAndAlias, NameAndAliasRules, Get),
    ];

    private static async ValueTask<Answer> SetAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, alias) = Read(call, isSet: true);
        var version = call.Request.Text("version");
        _ = RegistryNames.ReadVersion(version);
        await call.Server.Store.WriteAsync(connection => AliasRows.Set(connection, name, alias, version), cancellationToken);
        RegistryEvents.AliasSet(call.Server, name, alias, version);
        return Answer.Empty;
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, alias) = Read(call, isSet: false);
        await call.Server.Store.WriteAsync(connection => AliasRows.Delete(connection, name, alias), cancellationToken);
        RegistryEvents.AliasDeleted(call.Server, name, alias);
        return Answer.Empty;
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, alias) = Read(call, isSet: false);
        var version = call.Server.Store.Read(connection => RegistryNames.IsLatest(alias)
            ? AliasRows.GetLatest(connection, name)
            : AliasRows.Get(connection, name, alias, call.Server.Behavior));
        return new(Answer.Of(new(version), RegistryJson.Default.VersionAnswer));
    }

    private static (string Name, string Alias) Read(RpcCall call, bool isSet)
    {
        var (name, alias) = (RegistryFields.ReadName(call), call.Request.Text("alias"));
        RegistryNames.CheckAlias(alias, call.Server.Behavior, isSet);
        return (name, alias);
    }
}
