using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Scorers;

/// <summary>Calls about scorers that are asked about new traces by themselves. Nothing here asks them: the settings are kept and told.</summary>
internal static class OnlineConfigCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        ScorerCalls.Call("GET", "online-configs", new(Field.Text("scorer_ids").Many), [new("scorer_ids", Rule.Required, Rule.ListOfStrings)], Get),
        ScorerCalls.Call(
            "PUT",
            "online-config",
            new(Field.Text("experiment_id"), Field.Text("name"), Field.Number("sample_rate"), Field.Text("filter_string")),
            [
                ParameterRules.RequiredText("experiment_id"),
                ParameterRules.RequiredText("name"),
                new("sample_rate", Rule.Required, Rule.Number),
                ParameterRules.Text("filter_string"),
            ],
            SetAsync),
    ];

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken) => new(Answer.Of(
        new(call.Server.Store.Read(connection => ScorerReader.ReadOnline(connection, call.Request.Texts("scorer_ids")))), ScorerJson.Default.OnlineConfigList));

    private static async ValueTask<Answer> SetAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (name, rate, filter) = (call.Request.Text("name"), call.Request.Number("sample_rate"), call.Request.TextOrNull("filter_string"));
        if (rate is not (>= 0 and <= 1))
        {
            throw MlflowFault.Invalid($"sample_rate must be between 0.0 and 1.0, got {(double.IsFinite(rate) ? PythonFloat.Format(rate) : "nan")}");
        }

        var config = await call.WriteAsync(
            connection =>
            {
                var experiment = ScorerCalls.ExperimentOf(call, connection);
                var scorer = ScorerReader.Require(connection, experiment, name, version: null);
                if (rate > 0 && !SerializedScorer.AsksGateway(scorer.SerializedScorer))
                {
                    throw MlflowFault.Invalid(
                        $"Scorer '{name}' does not use a gateway model. Automatic evaluation is only supported for scorers that use gateway models.");
                }

                var id = ScorerWrites.SetOnline(connection, scorer.ScorerId, experiment, rate, filter);
                return new OnlineConfig(id, scorer.ScorerId, rate, experiment.ToString(CultureInfo.InvariantCulture), filter);
            },
            cancellationToken);
        return Answer.Of(new(config), ScorerJson.Default.OnlineConfigAnswer);
    }
}
