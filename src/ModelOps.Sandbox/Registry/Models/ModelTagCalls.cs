using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Calls that set and delete tags of registered models.</summary>
internal static class ModelTagCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST", "mlflow/registered-models/set-tag", new(RegistryFields.Name, RegistryFields.Key, RegistryFields.Value),
            [RegistryFields.NameRules, RegistryFields.KeyRules, ParameterRules.Text("value")], SetAsync),
        new(
            "DELETE", "mlflow/registered-models/delete-tag", new(RegistryFields.Name, RegistryFields.Key),
            [RegistryFields.NameRules, RegistryFields.KeyRules], DeleteAsync),
    ];

    private static async ValueTask<Answer> SetAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var name = RegistryFields.ReadName(call);
        var tag = new WireTag(call.Request.Text("key"), call.Request.Text("value"));
        RegistryNames.CheckTag(tag.Key, tag.Value, call.Server.Behavior);
        await call.Server.Store.WriteAsync(connection => ModelRows.SetTag(connection, name, tag), cancellationToken);
        RegistryEvents.ModelTagSet(call.Server, name, tag);
        return Answer.Empty;
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, key) = (RegistryFields.ReadName(call), call.Request.Text("key"));
        EntityNames.Check(key, "key");
        await call.Server.Store.WriteAsync(connection => ModelRows.DeleteTag(connection, name, key), cancellationToken);
        RegistryEvents.ModelTagDeleted(call.Server, name, key);
        return Answer.Empty;
    }
}
