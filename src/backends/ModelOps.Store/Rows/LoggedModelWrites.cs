using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>logged_models</c>, <c>logged_model_params</c> and <c>logged_model_tags</c>, as MLflow does.</summary>
internal static class LoggedModelWrites
{
    /// <summary>Adds a model.</summary>
    public static void Insert(StoreConnection connection, NewLoggedModel model, long now) => connection.Execute(
        """
        INSERT INTO logged_models (model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status,
            lifecycle_stage, model_type, source_run_id)
        VALUES ($model, $experiment, $name, $location, $now, $now, $status, 'active', $type, $run)
        """,
        ("$model", model.Id), ("$experiment", model.ExperimentId), ("$name", model.Name), ("$location", model.Location), ("$now", now),
        ("$status", model.Status), ("$type", model.ModelType), ("$run", model.SourceRunId));

    /// <summary>Adds a parameter; one that is there already is refused by the schema.</summary>
    public static void AddParameter(StoreConnection connection, string modelId, string key, string value) => connection.Execute(
        """
        INSERT INTO logged_model_params (model_id, experiment_id, param_key, param_value)
        SELECT model_id, experiment_id, $key, $value FROM logged_models WHERE model_id = $model
        """,
        ("$model", modelId), ("$key", key), ("$value", value));

    /// <summary>Sets a tag; one that is there keeps its place.</summary>
    public static void SetTag(StoreConnection connection, string modelId, string key, string value) => connection.Execute(
        """
        INSERT INTO logged_model_tags (model_id, experiment_id, tag_key, tag_value)
        SELECT model_id, experiment_id, $key, $value FROM logged_models WHERE model_id = $model
        ON CONFLICT (model_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value
        """,
        ("$model", modelId), ("$key", key), ("$value", value));

    /// <summary>Changes the status of a model.</summary>
    /// <returns>Whether there is such a model.</returns>
    public static bool SetStatus(StoreConnection connection, string modelId, int status, long now) => connection.Execute(
        "UPDATE logged_models SET status = $status, last_updated_timestamp_ms = $now WHERE model_id = $model",
        ("$status", status), ("$now", now), ("$model", modelId)) > 0;

    /// <summary>Marks a model as deleted.</summary>
    /// <returns>Whether there is such a model.</returns>
    public static bool Delete(StoreConnection connection, string modelId, long now) => connection.Execute(
        "UPDATE logged_models SET lifecycle_stage = 'deleted', last_updated_timestamp_ms = $now WHERE model_id = $model",
        ("$now", now), ("$model", modelId)) > 0;

    /// <summary>Removes a tag.</summary>
    /// <returns>Whether it was there.</returns>
    public static bool DeleteTag(StoreConnection connection, string modelId, string key) => connection.Execute(
        "DELETE FROM logged_model_tags WHERE model_id = $model AND tag_key = $key", ("$model", modelId), ("$key", key)) > 0;
}
