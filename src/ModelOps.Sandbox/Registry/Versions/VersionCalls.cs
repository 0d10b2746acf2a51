using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Calls that make, change, show and delete versions.</summary>
internal static class VersionCalls
{
    private static readonly MessageShape Key = new(RegistryFields.Name, RegistryFields.Version);
    private static readonly ParameterRules[] KeyRules = [RegistryFields.NameRules, RegistryFields.VersionRules];
    private static readonly ParameterRules DescriptionRules = ParameterRules.Text("description");

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST", "mlflow/model-versions/create",
            new(
                RegistryFields.Name, Field.Text("source"), Field.Text("run_id"), RegistryFields.Tags, Field.Text("run_link"),
                RegistryFields.Description, Field.Text("model_id")),
            [
                RegistryFields.NameRules, new("source", Rule.String, Rule.Required), ParameterRules.Text("run_id"), new("tags", Rule.List),
                ParameterRules.Text("run_link"), DescriptionRules, ParameterRules.Text("model_id"),
            ],
            CreateAsync),
        new("GET", "mlflow/model-versions/get", Key, KeyRules, Get),
        new(
            "PATCH", "mlflow/model-versions/update", new(RegistryFields.Name, RegistryFields.Version, RegistryFields.Description),
            [.. KeyRules, DescriptionRules], UpdateAsync),
        new("DELETE", "mlflow/model-versions/delete", Key, KeyRules, DeleteAsync),
        new(
            "POST", "mlflow/model-versions/transition-stage",
            new(RegistryFields.Name, RegistryFields.Version, Field.Text("stage"), Field.Flag("archive_existing_versions")),
            [.. KeyRules, new("stage", Rule.String, Rule.Required), new("archive_existing_versions", Rule.Flag)], SetStageAsync),
        new("GET", "mlflow/model-versions/get-download-uri", Key, [], GetDownloadUri),
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, server) = (call.Request, call.Server);
        var draft = ReadDraft(request, server.Behavior);
        SourceRules.Check(server.Store, draft);
        RegistryNames.CheckModel(draft.Name, server.Behavior);
        draft = draft with { Tags = RegistryFields.ReadTags(request, server.Behavior) };
        var now = server.Now;
        var version = await server.Store.WriteAsync(connection => VersionCreation.Run(connection, draft, server.Behavior, now), cancellationToken);
        RegistryEvents.VersionCreated(server, draft, version.Version);
        return Show(version);
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, version) = RegistryFields.ReadVersion(call);
        return new(Show(call.Server.Store.Read(connection => VersionRows.Get(connection, name, version))));
    }

    private static async ValueTask<Answer> UpdateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, version) = RegistryFields.ReadVersion(call);
        var description = call.Request.TextOrNull("description");
        var now = call.Server.Now;
        return Show(await call.Server.Store.WriteAsync(
            connection => VersionRows.Describe(connection, name, version, description, now), cancellationToken));
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, version) = RegistryFields.ReadVersion(call);
        var now = call.Server.Now;
        await call.Server.Store.WriteAsync(connection => VersionRows.Delete(connection, name, version, now), cancellationToken);
        return Answer.Empty;
    }

    private static async ValueTask<Answer> SetStageAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var stage = Stages.Read(call.Request.Text("stage"));
        var archivesOthers = call.Request.Flag("archive_existing_versions");
        if (archivesOthers && !Stages.IsActive(stage))
        {
            throw MlflowFault.Internal(
                $"Model version transition cannot archive existing model versions because '{call.Request.Text("stage")}' is not an Active stage. "
                + "Valid stages are ['Staging', 'Production']");
        }

        var (name, version) = RegistryFields.ReadVersion(call);
        var now = call.Server.Now;
        return Show(await call.Server.Store.WriteAsync(
            connection => VersionRows.SetStage(connection, name, version, stage, archivesOthers, now), cancellationToken));
    }

    private static ValueTask<Answer> GetDownloadUri(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, version) = RegistryFields.ReadVersion(call);
        var location = call.Server.Store.Read(connection => VersionRows.GetLocation(connection, name, version));
        return new(Answer.Of(new(location), RegistryJson.Default.DownloadUriAnswer));
    }

    private static VersionDraft ReadDraft(Message request, Behavior behavior)
    {
        var tags = request.Parts("tags").Select(tag => new WireTag(tag.Text("key"), tag.Text("value")));
        return new(request.Text("name"), request.Text("source"), [.. tags])
        {
            RunId = request.Text("run_id"),
            RunLink = request.Text("run_link"),
            Description = request.Text("description"),
            ModelId = behavior == Behavior.Mlflow3 ? request.Text("model_id") : "",
        };
    }

    private static Answer Show(WireVersion version) => Answer.Of(new(version), RegistryJson.Default.VersionAnswer);
}
