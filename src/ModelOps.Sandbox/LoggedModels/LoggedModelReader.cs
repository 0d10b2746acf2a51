using System.Data.Common;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>Reads logged models with all that belongs to them: four statements, however many there are.</summary>
internal static class LoggedModelReader
{
    private const string Given = "IN (SELECT value FROM json_each($ids))";

    /// <summary>Logged models in the order of their identities; what does not exist is left out.</summary>
    public static List<WireLoggedModel> Read(StoreConnection connection, IReadOnlyList<string> modelIds)
    {
        const string Sql =
            $"""
            SELECT model_id, CAST(experiment_id AS TEXT), name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status,
                model_type, source_run_id, status_message
            FROM logged_models WHERE model_id {Given}
            """;
        var ids = IdList.Of(modelIds);
        var infos = connection.Query(Sql, Map, ("$ids", ids)).ToDictionary(info => info.ModelId);
        var tags = ReadPairs(
            connection, $"SELECT model_id, tag_key, tag_value FROM logged_model_tags WHERE model_id {Given} ORDER BY model_id, rowid", ids);
        var parameters = ReadPairs(
            connection, $"SELECT model_id, param_key, param_value FROM logged_model_params WHERE model_id {Given} ORDER BY model_id, rowid", ids);
        var metrics = ReadMetrics(connection, ids);
        return
        [
            .. modelIds.Where(infos.ContainsKey).Select(
                id => new WireLoggedModel(infos[id] with { Tags = tags.Find(id) }, new(parameters.Find(id), metrics.Find(id)))),
        ];
    }

    /// <summary>A logged model, deleted or not.</summary>
    /// <exception cref="MlflowFault">There is none.</exception>
    public static WireLoggedModel Require(StoreConnection connection, string modelId) =>
        Read(connection, [modelId]) is [var model] ? model : throw MlflowFault.NoLoggedModel(modelId);

    private static Grouping<string, WireTag> ReadPairs(StoreConnection connection, string sql, string ids)
    {
        var pairs = new Grouping<string, WireTag>();
        connection.Query(sql, row => pairs.Add(row.GetString(0), new(row.GetString(1), row.GetString(2))), ("$ids", ids));
        return pairs;
    }

    private static Grouping<string, WireModelMetric> ReadMetrics(StoreConnection connection, string ids)
    {
        const string Sql =
            $"""
            SELECT model_id, metric_name, metric_value, metric_timestamp_ms, metric_step, dataset_name, dataset_digest, run_id
            FROM logged_model_metrics WHERE model_id {Given} ORDER BY model_id, rowid
            """;
        var metrics = new Grouping<string, WireModelMetric>();
        connection.Query(Sql, row => metrics.Add(row.GetString(0), MapMetric(row)), ("$ids", ids));
        return metrics;
    }

    private static WireModelMetric MapMetric(DbDataReader row) => new()
    {
        ModelId = row.GetString(0),
        Key = row.GetString(1),
        Value = row.IsDBNull(2) ? null : row.GetDouble(2),
        Timestamp = row.GetInt64(3),
        Step = row.GetInt64(4),
        DatasetName = row.TextOrNull(5),
        DatasetDigest = row.TextOrNull(6),
        RunId = row.GetString(7),
    };

    private static WireLoggedModelInfo Map(DbDataReader row) => new()
    {
        ModelId = row.GetString(0),
        ExperimentId = row.GetString(1),
        Name = row.GetString(2),
        ArtifactUri = row.GetString(3),
        CreationTimestampMs = row.GetInt64(4),
        LastUpdatedTimestampMs = row.GetInt64(5),
        Status = LoggedModelStatus.Name(row.GetInt64(6)),
        ModelType = row.TextOrNull(7),
        SourceRunId = row.TextOrNull(8),
        StatusMessage = row.TextOrNull(9),
    };
}
