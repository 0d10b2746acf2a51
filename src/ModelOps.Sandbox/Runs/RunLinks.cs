using System.Data.Common;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>What runs used and made: the table <c>inputs</c>, which holds both.</summary>
internal sealed class RunLinks
{
    private const string Given = "IN (SELECT value FROM json_each($ids))";

    private readonly Grouping<string, WireDatasetInput> _datasets = new();
    private readonly Grouping<string, WireModelInput> _models = new();
    private readonly Grouping<string, WireModelOutput> _outputs = new();

    private RunLinks()
    {
    }

    /// <summary>Reads the links of runs.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="ids">Identities of the runs, a list as JSON.</param>
    public static RunLinks Read(StoreConnection connection, string ids)
    {
        var links = new RunLinks();
        links.ReadDatasets(connection, ids);
        connection.Query(
            $"""
            SELECT source_id, destination_id FROM inputs
            WHERE source_type = 'RUN_INPUT' AND source_id {Given} AND destination_type = 'MODEL_INPUT' ORDER BY source_id, destination_id
            """,
            row => links._models.Add(row.GetString(0), new(row.GetString(1))),
            ("$ids", ids));
        connection.Query(
            $"""
            SELECT source_id, destination_id, step FROM inputs
            WHERE source_type = 'RUN_OUTPUT' AND source_id {Given} AND destination_type = 'MODEL_OUTPUT' ORDER BY source_id, destination_id
            """,
            row => links._outputs.Add(row.GetString(0), new(row.GetString(1), row.GetInt64(2))),
            ("$ids", ids));
        return links;
    }

    public WireRunInputs Inputs(string runId) => new(_datasets.Find(runId), _models.Find(runId));

    public WireRunOutputs Outputs(string runId) => new(_outputs.Find(runId));

    private void ReadDatasets(StoreConnection connection, string ids)
    {
        var tags = new Grouping<string, WireTag>();
        connection.Query(
            $"""
            SELECT t.input_uuid, t.name, t.value FROM inputs i JOIN input_tags t ON t.input_uuid = i.input_uuid
            WHERE i.destination_type = 'RUN' AND i.destination_id {Given} ORDER BY t.input_uuid, t.name
            """,
            row => tags.Add(row.GetString(0), new(row.GetString(1), row.GetString(2))),
            ("$ids", ids));
        connection.Query(
            $"""
            SELECT i.destination_id, i.input_uuid, d.name, d.digest, d.dataset_source_type, d.dataset_source, d.dataset_schema, d.dataset_profile
            FROM inputs i JOIN datasets d ON d.dataset_uuid = i.source_id
            WHERE i.destination_type = 'RUN' AND i.destination_id {Given} ORDER BY i.destination_id, i.rowid
            """,
            row => _datasets.Add(row.GetString(0), new(tags.Find(row.GetString(1)), MapDataset(row, 2))),
            ("$ids", ids));
    }

    private static WireDataset MapDataset(DbDataReader row, int first) => new()
    {
        Name = row.GetString(first),
        Digest = row.GetString(first + 1),
        SourceType = row.GetString(first + 2),
        Source = row.GetString(first + 3),
        Schema = row.Text(first + 4).NullIfEmpty(),
        Profile = row.Text(first + 5).NullIfEmpty(),
    };
}
