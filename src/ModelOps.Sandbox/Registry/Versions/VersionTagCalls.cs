using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Calls that set and delete tags of versions.</summary>
internal static class VersionTagCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST", "mlflow/model-versions/set-tag",
            new(RegistryFields.Name, RegistryFields.Version, RegistryFields.Key, RegistryFields.Value),
            [RegistryFields.NameRules, RegistryFields.VersionRules, RegistryFields.KeyRules, ParameterRules.Text("value")], SetAsync),
        new(
            "DELETE", "mlflow/model-versions/delete-tag", new(RegistryFields.Name, RegistryFields.Version, RegistryFields.Key),
            [RegistryFields.NameRules, RegistryFields.VersionRules, RegistryFields.KeyRules], DeleteAsync),
    ];

    private static async ValueTask<Answer> SetAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, version) = RegistryFields.ReadVersion(call);
        var tag = new WireTag(call.Request.Text("key"), call.Request.Text("value"));
        RegistryNames.CheckTag(tag.Key, tag.Value, call.Server.Behavior);
        await call.Server.Store.WriteAsync(connection => VersionRows.SetTag(connection, name, version, tag), cancellationToken);
        RegistryEvents.VersionTagSet(call.Server, name, version, tag);
        return Answer.Empty;
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, version) = RegistryFields.ReadVersion(call);
        var key = call.Request.Text("key");
        EntityNames.Check(key, "key");
        await call.Server.Store.WriteAsync(connection => VersionRows.DeleteTag(connection, name, version, key), cancellationToken);
        RegistryEvents.VersionTagDeleted(call.Server, name, version, key);
        return Answer.Empty;
    }
}
