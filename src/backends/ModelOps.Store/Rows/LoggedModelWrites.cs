using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>Writes the rows of logged models.</summary>
internal static class LoggedModelWriter
{
    private const string InsertParameter =
        """
        INSERT INTO logged_model_params (model_id, experiment_id, param_key, param_value)
        SELECT model_id, experiment_id, $key, $value FROM logged_models WHERE model_id = $model
        """;

    private const string SetTag =
        """
        INSERT INTO logged_model_tags (model_id, experiment_id, tag_key, tag_value)
        SELECT model_id, experiment_id, $key, $value FROM logged_models WHERE model_id = $model
        ON CONFLICT (model_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value
        """;

    /// <summary>Adds a model.</summary>
    public static void Insert(StoreConnection connection, string modelId, long experiment, string name, string location, Message sent, long now) =>
        connection.Execute(
            """
            INSERT INTO logged_models (model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status,
                lifecycle_stage, model_type, source_run_id)
            VALUES ($model, $experiment, $name, $location, $now, $now, $status, 'active', $type, $run)
            """,
            ("$model", modelId), ("$experiment", experiment), ("$name", name), ("$location", location), ("$now", now),
            ("$status", LoggedModelStatus.Pending), ("$type", sent.Text("model_type")), ("$run", sent.Text("source_run_id")));

    /// <summary>Adds parameters; one that is there already is refused by the schema.</summary>
    public static void AddParameters(StoreConnection connection, string modelId, IReadOnlyList<Message> parameters) =>
        AddPairs(connection, InsertParameter, modelId, parameters);

    /// <summary>Sets tags.</summary>
    public static void SetTags(StoreConnection connection, string modelId, IReadOnlyList<Message> tags) => AddPairs(connection, SetTag, modelId, tags);

    /// <summary>Changes the status of a model.</summary>
    /// <exception cref="MlflowFault">There is no such model.</exception>
    public static void SetStatus(StoreConnection connection, string modelId, int status, long now) => RequireOne(
        connection.Execute(
            "UPDATE logged_models SET status = $status, last_updated_timestamp_ms = $now WHERE model_id = $model",
            ("$status", status), ("$now", now), ("$model", modelId)),
        modelId);

    /// <summary>Marks a model as deleted.</summary>
    /// <exception cref="MlflowFault">There is no such model.</exception>
    public static void Delete(StoreConnection connection, string modelId, long now) => RequireOne(
        connection.Execute(
            "UPDATE logged_models SET lifecycle_stage = 'deleted', last_updated_timestamp_ms = $now WHERE model_id = $model",
            ("$now", now), ("$model", modelId)),
        modelId);

    /// <summary>Refuses a model that does not exist.</summary>
    public static void Require(StoreConnection connection, string modelId) =>
        RequireOne(connection.Scalar("SELECT 1 FROM logged_models WHERE model_id = $model", ("$model", modelId)) is null ? 0 : 1, modelId);

    /// <summary>Removes a tag.</summary>
    /// <exception cref="MlflowFault">There is no such tag.</exception>
    public static void DeleteTag(StoreConnection connection, string modelId, string key)
    {
        var removed = connection.Execute(
            "DELETE FROM logged_model_tags WHERE model_id = $model AND tag_key = $key", ("$model", modelId), ("$key", key));
        if (removed == 0)
        {
            throw MlflowFault.Missing($"No tag with key {PythonText.Quote(key)} found for model with ID {PythonText.Quote(modelId)}.");
        }
    }

    private static void AddPairs(StoreConnection connection, string sql, string modelId, IReadOnlyList<Message> pairs)
    {
        foreach (var pair in pairs)
        {
            connection.Execute(sql, ("$model", modelId), ("$key", pair.Text("key")), ("$value", pair.Text("value")));
        }
    }

    private static void RequireOne(int rows, string modelId)
    {
        if (rows == 0)
        {
            throw LoggedModelReader.NotFound(modelId);
        }
    }
}
