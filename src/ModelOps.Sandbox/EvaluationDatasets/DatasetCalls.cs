using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Calls that make, read, tag and delete evaluation datasets.</summary>
internal static class DatasetCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        Call(
            "POST",
            "/create",
            new(Field.Text("name"), Field.Text("experiment_ids").Many, Field.Text("tags")),
            [ParameterRules.RequiredText("name"), new("experiment_ids", Rule.List), ParameterRules.Text("tags")],
            CreateAsync),
        Call("GET", "/{dataset_id}", MessageShape.Empty, [], Get),
        Call("DELETE", "/{dataset_id}", MessageShape.Empty, [], DeleteAsync),
        Call("PATCH", "/{dataset_id}/tags", new(Field.Text("tags")), [ParameterRules.RequiredText("tags")], SetTagsAsync),
        Call("DELETE", "/{dataset_id}/tags/{key}", MessageShape.Empty, [], DeleteTagAsync),
        .. DatasetExperimentCalls.All,
        .. DatasetRecordCalls.All,
        .. DatasetSearch.All,
    ];

    /// <summary>A call about evaluation datasets.</summary>
    public static RpcEndpoint Call(
        string method, string path, MessageShape shape, IReadOnlyList<ParameterRules> rules, Func<RpcCall, CancellationToken, ValueTask<Answer>> handle) =>
        new(method, $"mlflow/datasets{path}", shape, rules, handle) { Version = 3, Only = Behavior.Mlflow3 };

    /// <summary>The dataset that a call is about.</summary>
    public static string IdOf(RpcCall call) => call.PathValue("dataset_id");

    /// <summary>An answer with a dataset.</summary>
    public static Answer Of(WireEvaluationDataset dataset) => Answer.Of(new(dataset), DatasetJson.Default.DatasetAnswer);

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, experiments, now) = (call.Request.Text("name"), call.Request.Texts("experiment_ids"), call.Server.Now);
        var sent = call.Request.Text("tags") is { Length: > 0 } text ? text : "{}";
        var tags = DatasetTags.Parse(sent);
        var (id, user) = ("d-" + call.Server.NewRunId(), tags.Find(tag => tag.Key == DatasetTags.User).Value);
        await call.WriteAsync(
            connection =>
            {
                EvaluationDatasetWrites.Insert(connection, id, name, DatasetDigest.Of(name, now), user, now);
                DatasetTags.Set(connection, id, tags);
                foreach (var experiment in experiments)
                {
                    EvaluationDatasetWrites.AddExperiment(connection, id, experiment, now);
                }

                return true;
            },
            cancellationToken);
        return Of(new()
        {
            DatasetId = id,
            Name = name,
            Tags = tags.Count == 0 ? "{}" : TextOfJson.Write(TextOfJson.Parse(sent)),
            Digest = DatasetDigest.Of(name, now),
            CreatedTime = now,
            LastUpdateTime = now,
            CreatedBy = user,
            LastUpdatedBy = user,
            ExperimentIds = experiments.Count == 0 ? null : experiments,
        });
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken) => new(Of(
        call.Server.Store.Read(connection => DatasetReader.Find(connection, IdOf(call)))
            ?? throw MlflowFault.Missing($"Evaluation dataset with id '{IdOf(call)}' not found")));

    private static ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, EvaluationDatasetWrites.Delete, cancellationToken);

    private static ValueTask<Answer> SetTagsAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var tags = DatasetTags.Parse(call.Request.Text("tags"));
        return ChangeAsync(
            call,
            (connection, id) =>
            {
                _ = DatasetReader.Find(connection, id) ?? throw MlflowFault.Missing($"Could not find evaluation dataset with ID {id}");
                DatasetTags.Set(connection, id, tags);
            },
            cancellationToken);
    }

    private static ValueTask<Answer> DeleteTagAsync(RpcCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, (connection, id) => EvaluationDatasetWrites.DeleteTag(connection, id, call.PathValue("key")), cancellationToken);

    private static async ValueTask<Answer> ChangeAsync(RpcCall call, Action<StoreConnection, string> change, CancellationToken cancellationToken) =>
        await call.WriteAsync(
            connection =>
            {
                change(connection, IdOf(call));
                return Answer.Empty;
            },
            cancellationToken);
}
