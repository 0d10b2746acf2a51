using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Experiments;

/// <summary>Calls that make, read and change experiments.</summary>
internal static class ExperimentCalls
{
    private const int MaxName = 500;
    private const int MaxTagValue = 5000;

    private static readonly ParameterRules Id = ParameterRules.RequiredText("experiment_id");
    private static readonly MessageShape IdShape = new(Field.Text("experiment_id"));

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/experiments/create",
            new(Field.Text("name"), Field.Text("artifact_location"), Field.Message("tags", MessageShape.KeyValue).Many),
            [ParameterRules.RequiredText("name"), ParameterRules.Text("artifact_location"), new("tags", Rule.List)],
            CreateAsync),
        new("GET", "mlflow/experiments/get", IdShape, [Id], Get),
        new(
            "GET",
            "mlflow/experiments/get-by-name",
            new(Field.Text("experiment_name")),
            [ParameterRules.RequiredText("experiment_name")],
            GetByName),
        new(
            "POST",
            "mlflow/experiments/update",
            new(Field.Text("experiment_id"), Field.Text("new_name")),
            [Id, new("new_name", Rule.String, Rule.Required)],
            RenameAsync),
        new("POST", "mlflow/experiments/delete", IdShape, [Id], DeleteAsync),
        new("POST", "mlflow/experiments/restore", IdShape, [Id], RestoreAsync),
        new(
            "POST",
            "mlflow/experiments/set-experiment-tag",
            new(Field.Text("experiment_id"), Field.Text("key"), Field.Text("value")),
            [Id, ParameterRules.RequiredText("key"), ParameterRules.Text("value")],
            SetTagAsync),
        new(
            "POST",
            "mlflow/experiments/delete-experiment-tag",
            new(Field.Text("experiment_id"), Field.Text("key")),
            [Id, ParameterRules.RequiredText("key")],
            DeleteTagAsync) { Only = Behavior.Mlflow3 },
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var sent = call.Request.Text("artifact_location");
        var location = sent.Length > 0 ? ArtifactLocation.Resolve(sent) : null;
        var name = call.Request.Text("name");
        TextLimit.Check("name", MaxName, name);
        var id = await call.WriteAsync(
            connection => TrackingWrites.Guard(
                () => ExperimentChanges.Insert(connection, name, location, call.Request.Parts("tags"), call.Server.Now),
                why => MlflowFault.Exists($"Experiment(name={name}) already exists. Error: {why}")),
            cancellationToken);
        return Answer.Of(new(id.ToString(CultureInfo.InvariantCulture)), ExperimentJson.Default.CreatedExperiment);
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var id = IdOf(call);
        var found = call.Server.Store.Read(connection => ExperimentReader.Find(connection, id)) ?? throw ExperimentId.NotFound(id);
        return new(Answer.Of(new(found), ExperimentJson.Default.ExperimentAnswer));
    }

    private static ValueTask<Answer> GetByName(RpcCall call, CancellationToken cancellationToken)
    {
        var name = call.Request.Text("experiment_name");
        var found = call.Server.Store.Read(connection => ExperimentReader.FindByName(connection, name))
            ?? throw MlflowFault.Missing($"Could not find experiment with name '{name}'");
        return new(Answer.Of(new(found), ExperimentJson.Default.ExperimentAnswer));
    }

    private static ValueTask<Answer> RenameAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var name = call.Request.Text("new_name");
        TextLimit.Check("name", MaxName, name);
        return ChangeAsync(call, (connection, id) => ExperimentChanges.Rename(connection, id, name, call.Server.Now), cancellationToken);
    }

    private static ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, (connection, id) => ExperimentChanges.Delete(connection, id, call.Server.Now), cancellationToken);

    private static ValueTask<Answer> RestoreAsync(RpcCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, (connection, id) => ExperimentChanges.Restore(connection, id, call.Server.Now), cancellationToken);

    private static ValueTask<Answer> SetTagAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var tag = new WireTag(call.Request.Text("key"), call.Request.Text("value"));
        EntityNames.Check(tag.Key, "key");
        TextLimit.Check("key", TextLimit.Key, tag.Key);
        TextLimit.Check("value", MaxTagValue, tag.Value);
        return ChangeAsync(call, (connection, id) => ExperimentChanges.SetTag(connection, id, tag), cancellationToken);
    }

    private static ValueTask<Answer> DeleteTagAsync(RpcCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, (connection, id) => ExperimentChanges.DeleteTag(connection, id, call.Request.Text("key")), cancellationToken);

    private static async ValueTask<Answer> ChangeAsync(RpcCall call, Action<StoreConnection, long> change, CancellationToken cancellationToken)
    {
        var id = IdOf(call);
        return await call.WriteAsync(
            connection =>
            {
                change(connection, id);
                return Answer.Empty;
            },
            cancellationToken);
    }

    private static long IdOf(RpcCall call) => ExperimentId.Parse(call.Request.Text("experiment_id"), call.Server.Behavior);
}
