using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Calls that make, change, show and delete registered models.</summary>
internal static class ModelCalls
{
    private static readonly MessageShape Latest = new(RegistryFields.Name, Field.Text("stages").Many);
    private static readonly ParameterRules[] LatestRules = [RegistryFields.NameRules, new("stages", Rule.List, Rule.ListOfStrings)];
    private static readonly ParameterRules DescriptionRules = ParameterRules.Text("description");

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST", "mlflow/registered-models/create", new(RegistryFields.Name, RegistryFields.Tags, RegistryFields.Description),
            [RegistryFields.NameRules, new("tags", Rule.List), DescriptionRules], CreateAsync),
        new(
            "POST", "mlflow/registered-models/rename", new(RegistryFields.Name, Field.Text("new_name")),
            [RegistryFields.NameRules, new("new_name", Rule.String, Rule.Required)], RenameAsync),
        new(
            "PATCH", "mlflow/registered-models/update", new(RegistryFields.Name, RegistryFields.Description),
            [RegistryFields.NameRules, DescriptionRules], UpdateAsync),
        new("DELETE", "mlflow/registered-models/delete", new(RegistryFields.Name), [RegistryFields.NameRules], DeleteAsync),
        new("GET", "mlflow/registered-models/get", new(RegistryFields.Name), [RegistryFields.NameRules], Get),
        new("GET", "mlflow/registered-models/get-latest-versions", Latest, LatestRules, GetLatest),
        new("POST", "mlflow/registered-models/get-latest-versions", Latest, LatestRules, GetLatest),
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var name = RegistryFields.ReadName(call);
        var description = call.Request.Text("description");
        var tags = RegistryFields.ReadTags(call.Request, call.Server.Behavior);
        var now = call.Server.Now;
        var model = await call.Server.Store.WriteAsync(
            connection => ModelRows.Insert(connection, name, description, tags, now), cancellationToken);
        RegistryEvents.ModelCreated(call.Server, name, description, tags);
        return Show(model);
    }

    private static async ValueTask<Answer> RenameAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var newName = call.Request.Text("new_name");
        RegistryNames.CheckModel(newName, call.Server.Behavior, "new_name");
        var name = RegistryFields.ReadName(call);
        var now = call.Server.Now;
        return Show(await call.Server.Store.WriteAsync(connection => ModelRows.Rename(connection, name, newName, now), cancellationToken));
    }

    private static async ValueTask<Answer> UpdateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var name = RegistryFields.ReadName(call);
        var description = call.Request.Text("description");
        var now = call.Server.Now;
        return Show(await call.Server.Store.WriteAsync(connection => ModelRows.Describe(connection, name, description, now), cancellationToken));
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var name = RegistryFields.ReadName(call);
        await call.Server.Store.WriteAsync(connection => ModelRows.Delete(connection, name), cancellationToken);
        return Answer.Empty;
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var name = RegistryFields.ReadName(call);
        return new(Show(call.Server.Store.Read(connection => ModelRows.Get(connection, name))));
    }

    private static ValueTask<Answer> GetLatest(RpcCall call, CancellationToken cancellationToken)
    {
        var name = RegistryFields.ReadName(call);
        var latest = call.Server.Store.Read(connection =>
        {
            var versions = ModelRows.Get(connection, name).LatestVersions ?? [];
            VersionReader.AddAliases(connection, name, versions);
            return versions;
        });
        var stages = call.Request.Texts("stages").Select(Stages.Read).ToHashSet(StringComparer.Ordinal);
        var wanted = stages.Count == 0 ? latest : latest.FindAll(version => stages.Contains(version.CurrentStage ?? ""));
        return new(Answer.Of(new(wanted.Count == 0 ? null : wanted), RegistryJson.Default.LatestVersionsAnswer));
    }

    private static Answer Show(WireModel model) => Answer.Of(new(model), RegistryJson.Default.ModelAnswer);
}
