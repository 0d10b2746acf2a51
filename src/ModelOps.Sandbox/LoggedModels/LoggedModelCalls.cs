using System.Buffers;
using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Runs;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>Calls that make, read and change logged models.</summary>
internal static class LoggedModelCalls
{
    private const string Root = "mlflow/logged-models";
    private const string One = Root + "/{model_id}";

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("/:.%\"'");
    private static readonly Field Parameters = Field.Message("params", MessageShape.KeyValue).Many;
    private static readonly Field Tags = Field.Message("tags", MessageShape.KeyValue).Many;
    private static readonly ParameterRules Id = ParameterRules.RequiredText("model_id");

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            Root,
            new(Field.Text("experiment_id"), Field.Text("name"), Field.Text("model_type"), Field.Text("source_run_id"), Parameters, Tags),
            [
                new("experiment_id", Rule.String, Rule.Required),
                ParameterRules.Text("name"),
                ParameterRules.Text("model_type"),
                ParameterRules.Text("source_run_id"),
                new("params", Rule.List),
                new("tags", Rule.List),
            ],
            CreateAsync) { Only = Behavior.Mlflow3 },
        new("GET", One, new(Field.Text("allow_deleted")), [], Get) { Only = Behavior.Mlflow3 },
        new("DELETE", One, MessageShape.Empty, [], DeleteAsync) { Only = Behavior.Mlflow3 },
        new(
            "PATCH",
            One,
            new(Field.Text("model_id"), Field.Choice("status", LoggedModelStatus.Choices)),
            [new("model_id", Rule.String, Rule.Required), new("status", Rule.Integer, Rule.Required)],
            FinalizeAsync) { Only = Behavior.Mlflow3 },
        new(
            "POST",
            One + "/params",
            new(Field.Text("model_id"), Parameters),
            [Id, new("params", Rule.List)],
            AddParametersAsync) { Only = Behavior.Mlflow3 },
        new("PATCH", One + "/tags", new(Tags), [new("tags", Rule.List)], SetTagsAsync) { Only = Behavior.Mlflow3 },
        new("DELETE", One + "/tags/{tag_key}", MessageShape.Empty, [], DeleteTagAsync) { Only = Behavior.Mlflow3 },
        LoggedModelSearch.Endpoint,
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var name = request.Text("name");
        if (name.AsSpan().ContainsAny(ForbiddenInNames))
        {
            throw MlflowFault.Invalid(
                $"Invalid model name ({PythonText.Quote(name)}) provided. Model name must be a non-empty string and cannot contain the following "
                + """characters: ('/', ':', '.', '%', '"', "'")""");
        }

        var experiment = ExperimentId.Parse(request.Text("experiment_id"), call.Server.Behavior);
        var modelId = $"m-{Guid.NewGuid():N}";
        var model = await call.WriteAsync(
            connection =>
            {
                var root = ExperimentState.RequireActive(connection, experiment).Location;
                var location = ArtifactLocation.OfRun(root, $"models/{modelId}");
                var row = new NewLoggedModel(modelId, experiment, name.Length > 0 ? name : RunName.Make(), location, LoggedModelStatus.Pending)
                {
                    ModelType = request.Text("model_type"),
                    SourceRunId = request.Text("source_run_id"),
                };
                LoggedModelWrites.Insert(connection, row, call.Server.Now);
                LoggedModelChanges.AddParameters(connection, modelId, request.Parts("params"));
                LoggedModelChanges.SetTags(connection, modelId, request.Parts("tags"));
                return LoggedModelReader.Require(connection, modelId);
            },
            cancellationToken);
        return AnswerOf(model);
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var modelId = call.PathValue("model_id");
        var allowsDeleted = call.Request.Text("allow_deleted").Equals("true", StringComparison.OrdinalIgnoreCase);
        return new(call.Server.Store.Read(connection =>
        {
            var isThere = connection.Scalar(
                "SELECT 1 FROM logged_models WHERE model_id = $model AND ($deleted OR lifecycle_stage <> 'deleted')",
                ("$model", modelId), ("$deleted", allowsDeleted));
            return isThere is null ? throw MlflowFault.NoLoggedModel(modelId) : AnswerOf(LoggedModelReader.Require(connection, modelId));
        }));
    }

    private static async ValueTask<Answer> FinalizeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var modelId = call.Request.Text("model_id");
        var status = call.Request.Choice("status", absent: 0);
        return AnswerOf(await call.WriteAsync(
            connection =>
            {
                LoggedModelChanges.SetStatus(connection, modelId, status, call.Server.Now);
                return LoggedModelReader.Require(connection, modelId);
            },
            cancellationToken));
    }

    private static ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken) =>
        DoAsync(call, (connection, modelId) => LoggedModelChanges.Delete(connection, modelId, call.Server.Now), cancellationToken);

    private static ValueTask<Answer> AddParametersAsync(RpcCall call, CancellationToken cancellationToken) =>
        DoAsync(call, (connection, modelId) => LoggedModelChanges.AddParameters(connection, modelId, call.Request.Parts("params")), cancellationToken);

    private static ValueTask<Answer> SetTagsAsync(RpcCall call, CancellationToken cancellationToken) =>
        DoAsync(call, (connection, modelId) => LoggedModelChanges.SetTags(connection, modelId, call.Request.Parts("tags")), cancellationToken);

    private static ValueTask<Answer> DeleteTagAsync(RpcCall call, CancellationToken cancellationToken) =>
        DoAsync(call, (connection, modelId) => LoggedModelChanges.DeleteTag(connection, modelId, call.PathValue("tag_key")), cancellationToken);

    private static async ValueTask<Answer> DoAsync(RpcCall call, Action<Store.Sqlite.StoreConnection, string> change, CancellationToken cancellationToken)
    {
        var modelId = call.PathValue("model_id");
        return await call.WriteAsync(
            connection =>
            {
                LoggedModelChanges.Require(connection, modelId);
                change(connection, modelId);
                return Answer.Empty;
            },
            cancellationToken);
    }

    private static Answer AnswerOf(WireLoggedModel model) => Answer.Of(new(model), LoggedModelJson.Default.LoggedModelAnswer);
}
