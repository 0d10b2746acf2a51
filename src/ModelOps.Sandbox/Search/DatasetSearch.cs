using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Search;

/// <summary>The search of the datasets that runs used, which the user interface asks for.</summary>
internal static class DatasetSearch
{
    private const int MaxExperiments = 20;

    private const string Sql =
        """
        SELECT DISTINCT CAST(d.experiment_id AS TEXT), d.name, d.digest, t.value
        FROM datasets d JOIN inputs i ON i.source_id = d.dataset_uuid AND i.source_type = 'DATASET'
            LEFT JOIN input_tags t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context'
        WHERE d.experiment_id IN (SELECT value FROM json_each($ids))
        ORDER BY d.experiment_id, d.name, d.digest, t.value LIMIT 1000
        """;

    /// <summary>The call of each release.</summary>
    public static IReadOnlyList<RpcEndpoint> All { get; } =
        [Call(Field.LooseText("experiment_ids"), Behavior.Mlflow2), Call(Field.Text("experiment_ids"), Behavior.Mlflow3)];

    private static RpcEndpoint Call(Field ids, Behavior release) =>
        new("POST", "mlflow/experiments/search-datasets", new(ids.Many), [], Search) { IsUserInterfaceOnly = true, Only = release };

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var sent = call.Request.Texts("experiment_ids");
        if (sent.Count is 0 or > MaxExperiments)
        {
            throw MlflowFault.Invalid(sent.Count == 0
                ? "SearchDatasets request must specify at least one experiment_id."
                : $"SearchDatasets request cannot specify more than {MaxExperiments} experiment_ids. Received {sent.Count} experiment_ids.");
        }

        var ids = IdList.Of([.. sent.Select(id => Parse(id, call.Server.Behavior)).OfType<long>()]);
        var found = call.Server.Store.Read(connection => connection.Query(
            Sql, row => new WireDatasetSummary(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)), ("$ids", ids)));
        return new(Answer.Of(new(found.Count == 0 ? null : found), TrackingPageJson.Default.DatasetPage));
    }

    // What is no number is nobody's identity in 2.22; in 3.11 it is a defect.
    private static long? Parse(string id, Behavior behavior) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : behavior == Behavior.Mlflow2 ? null
        : throw new InvalidDataException($"'{id}' is no number.");
}
