using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Calls about the experiments that a dataset belongs to.</summary>
internal static class DatasetExperimentCalls
{
    private static readonly MessageShape Shape = new(Field.Text("experiment_ids").Many);
    private static readonly ParameterRules[] Rules = [new("experiment_ids", Rule.List)];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        DatasetCalls.Call("GET", "/{dataset_id}/experiment-ids", MessageShape.Empty, [], Get),
        DatasetCalls.Call("POST", "/{dataset_id}/add-experiments", Shape, Rules, AddAsync),
        DatasetCalls.Call("POST", "/{dataset_id}/remove-experiments", Shape, Rules, RemoveAsync),
    ];

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var ids = call.Server.Store.Read(connection => DatasetReader.ReadExperiments(connection, DatasetCalls.IdOf(call)));
        return new(Answer.Of(new(ids.Count == 0 ? null : ids), DatasetJson.Default.ExperimentIdsAnswer));
    }

    private static ValueTask<Answer> AddAsync(RpcCall call, CancellationToken cancellationToken) => ChangeAsync(
        call,
        (connection, id, experiments, now) =>
        {
            foreach (var experiment in experiments)
            {
                RequireExperiment(connection, experiment);
                EvaluationDatasetWrites.AddExperiment(connection, id, experiment, now);
            }

            return true;
        },
        cancellationToken);

    private static ValueTask<Answer> RemoveAsync(RpcCall call, CancellationToken cancellationToken) => ChangeAsync(
        call,
        (connection, id, experiments, _) =>
            experiments.Where(experiment => EvaluationDatasetWrites.RemoveExperiment(connection, id, experiment)).ToList().Count > 0,
        cancellationToken);

    private static async ValueTask<Answer> ChangeAsync(
        RpcCall call, Func<StoreConnection, string, IReadOnlyList<string>, long, bool> change, CancellationToken cancellationToken)
    {
        var (id, now) = (DatasetCalls.IdOf(call), call.Server.Now);
        return await call.WriteAsync(
            connection =>
            {
                _ = DatasetReader.Find(connection, id) ?? throw MlflowFault.Missing($"Dataset '{id}' not found");
                if (change(connection, id, call.Request.Texts("experiment_ids"), now))
                {
                    EvaluationDatasetWrites.Touch(connection, id, now);
                }

                return DatasetCalls.Of(DatasetReader.Find(connection, id)!);
            },
            cancellationToken);
    }

    // A deleted one is as good as another.
    private static void RequireExperiment(StoreConnection connection, string id)
    {
        if (!long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || connection.Scalar("SELECT 1 FROM experiments WHERE experiment_id = $id", ("$id", number)) is null)
        {
            throw MlflowFault.Missing($"No Experiment with id={id}");
        }
    }
}
