using System.Globalization;
using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Scorers;

/// <summary>Calls that register, read and delete scorers.</summary>
internal static class ScorerCalls
{
    private static readonly ParameterRules Experiment = ParameterRules.RequiredText("experiment_id");
    private static readonly ParameterRules Name = ParameterRules.RequiredText("name");
    private static readonly ParameterRules Version = new("version", Rule.Integer);
    private static readonly MessageShape VersionShape = new(Field.Text("experiment_id"), Field.Text("name"), Field.Integer("version"));

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        Call(
            "POST",
            "register",
            new(Field.Text("experiment_id"), Field.Text("name"), Field.Text("serialized_scorer")),
            [Experiment, Name, ParameterRules.RequiredText("serialized_scorer")],
            RegisterAsync),
        Call("GET", "list", new(Field.Text("experiment_id")), [Experiment], List),
        Call("GET", "versions", new(Field.Text("experiment_id"), Field.Text("name")), [Experiment, Name], ListVersions),
        Call("GET", "get", VersionShape, [Experiment, Name, Version], Get),
        Call("DELETE", "delete", VersionShape, [Experiment, Name, Version], DeleteAsync),
        .. OnlineConfigCalls.All,
    ];

    /// <summary>A call about scorers.</summary>
    public static RpcEndpoint Call(
        string method, string path, MessageShape shape, IReadOnlyList<ParameterRules> rules, Func<RpcCall, CancellationToken, ValueTask<Answer>> handle) =>
        new(method, $"mlflow/scorers/{path}", shape, rules, handle) { Version = 3, Only = Behavior.Mlflow3 };

    /// <summary>The experiment that a call is about, which has to be active.</summary>
    public static long ExperimentOf(RpcCall call, StoreConnection connection) =>
        ExperimentState.RequireActive(connection, ExperimentId.Parse(call.Request.Text("experiment_id"), call.Server.Behavior)).Id;

    private static async ValueTask<Answer> RegisterAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, serialized, now) = (call.Request.Text("name"), call.Request.Text("serialized_scorer"), call.Server.Now);
        var endpoint = SerializedScorer.Check(serialized);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw MlflowFault.Invalid("Scorer name cannot be empty or contain only whitespace.");
        }

        var scorer = await call.WriteAsync(
            connection =>
            {
                // There is no gateway here, so no endpoint of one.
                var experiment = ExperimentOf(call, connection);
                return endpoint is null
                    ? Register(connection, experiment, name, serialized, now)
                    : throw MlflowFault.Missing($"GatewayEndpoint not found (name={PythonText.Quote(endpoint)})");
            },
            cancellationToken);
        return Answer.Of(scorer, ScorerJson.Default.RegisteredScorer);
    }

    private static RegisteredScorer Register(StoreConnection connection, long experiment, string name, string serialized, long now)
    {
        var (id, version) = ScorerWrites.AddVersion(connection, experiment, name, serialized, now);
        return new(version, id, experiment.ToString(CultureInfo.InvariantCulture), name, serialized, now);
    }

    private static ValueTask<Answer> List(RpcCall call, CancellationToken cancellationToken) =>
        ListOf(call.Server.Store.Read(connection => ScorerReader.ReadLatest(connection, ExperimentOf(call, connection))));

    private static ValueTask<Answer> ListVersions(RpcCall call, CancellationToken cancellationToken) =>
        ListOf(call.Server.Store.Read(connection => ScorerReader.RequireVersions(connection, ExperimentOf(call, connection), call.Request.Text("name"))));

    private static ValueTask<Answer> ListOf(List<WireScorer> scorers) =>
        new(Answer.Of(new(scorers.Count == 0 ? null : scorers), ScorerJson.Default.ScorerList));

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var scorer = call.Server.Store.Read(
            connection => ScorerReader.Require(connection, ExperimentOf(call, connection), call.Request.Text("name"), call.Request.IntegerOrNull("version")));
        return new(Answer.Of(new(scorer), ScorerJson.Default.ScorerAnswer));
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken) => await call.WriteAsync(
        connection =>
        {
            var version = call.Request.IntegerOrNull("version");
            var found = ScorerReader.Require(connection, ExperimentOf(call, connection), call.Request.Text("name"), version);
            if (version is { } number)
            {
                ScorerWrites.DeleteVersion(connection, found.ScorerId, number);
            }
            else
            {
                ScorerWrites.Delete(connection, found.ScorerId);
            }

            return Answer.Empty;
        },
        cancellationToken);
}
