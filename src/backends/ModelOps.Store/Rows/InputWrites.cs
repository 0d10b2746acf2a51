using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>inputs</c>, <c>input_tags</c> and <c>datasets</c>: what runs used and made.</summary>
internal static class InputWrites
{
    /// <summary>Notes a dataset that a run used; one that is noted already stays as it is, with its tags.</summary>
    public static void AddDataset(StoreConnection connection, string runId, long experimentId, DatasetInput input)
    {
        var inputId = NewId();
        var added = connection.Execute(
            """
            INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id)
            VALUES ($input, 'DATASET', $dataset, 'RUN', $run) ON CONFLICT DO NOTHING
            """,
            ("$input", inputId), ("$dataset", EnsureDataset(connection, experimentId, input)), ("$run", runId));
        if (added == 0)
        {
            return;
        }

        foreach (var tag in input.Tags)
        {
            connection.Execute(
                "INSERT INTO input_tags (input_uuid, name, value) VALUES ($input, $name, $value)",
                ("$input", inputId), ("$name", tag.Key), ("$value", tag.Value));
        }
    }

    /// <summary>Notes a logged model that a run used.</summary>
    public static void AddModel(StoreConnection connection, string runId, string modelId) => connection.Execute(
        """
        INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id)
        VALUES ($input, 'RUN_INPUT', $run, 'MODEL_INPUT', $model)
        ON CONFLICT (source_type, source_id, destination_type, destination_id) DO UPDATE SET input_uuid = excluded.input_uuid
        """,
        ("$input", NewId()), ("$run", runId), ("$model", modelId));

    /// <summary>Notes a logged model that a run made; it can be noted once only.</summary>
    public static void AddOutput(StoreConnection connection, string runId, string modelId, long step) => connection.Execute(
        """
        INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id, step)
        VALUES ($input, 'RUN_OUTPUT', $run, 'MODEL_OUTPUT', $model, $step)
        """,
        ("$input", NewId()), ("$run", runId), ("$model", modelId), ("$step", step));

    private static string EnsureDataset(StoreConnection connection, long experimentId, DatasetInput dataset)
    {
        connection.Execute(
            """
            INSERT INTO datasets (
                dataset_uuid, experiment_id, name, digest, dataset_source_type, dataset_source, dataset_schema, dataset_profile)
            VALUES ($id, $experiment, $name, $digest, $type, $source, $schema, $profile) ON CONFLICT DO NOTHING
            """,
            ("$id", NewId()),
            ("$experiment", experimentId),
            ("$name", dataset.Name),
            ("$digest", dataset.Digest),
            ("$type", dataset.SourceType),
            ("$source", dataset.Source),
            ("$schema", dataset.Schema),
            ("$profile", dataset.Profile));
        return (string)connection.Scalar(
            "SELECT dataset_uuid FROM datasets WHERE experiment_id = $experiment AND name = $name AND digest = $digest",
            ("$experiment", experimentId), ("$name", dataset.Name), ("$digest", dataset.Digest))!;
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
