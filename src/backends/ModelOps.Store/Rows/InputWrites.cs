using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Writes what runs used and made.</summary>
internal static class InputWriter
{
    /// <summary>Notes a dataset that a run used; one that is noted already stays as it is, with its tags.</summary>
    public static void AddDataset(StoreConnection connection, string runId, long experimentId, Message input)
    {
        var dataset = input.Part("dataset") ?? new();
        var inputId = NewId();
        var added = connection.Execute(
            """
            INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id)
            VALUES ($input, 'DATASET', $dataset, 'RUN', $run) ON CONFLICT DO NOTHING
            """,
            ("$input", inputId), ("$dataset", EnsureDataset(connection, experimentId, dataset)), ("$run", runId));
        if (added == 0)
        {
            return;
        }

        foreach (var tag in input.Parts("tags"))
        {
            connection.Execute(
                "INSERT INTO input_tags (input_uuid, name, value) VALUES ($input, $name, $value)",
                ("$input", inputId), ("$name", tag.Text("key")), ("$value", tag.Text("value")));
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

    private static string EnsureDataset(StoreConnection connection, long experimentId, Message dataset)
    {
        connection.Execute(
            """
            INSERT INTO datasets (
                dataset_uuid, experiment_id, name, digest, dataset_source_type, dataset_source, dataset_schema, dataset_profile)
            VALUES ($id, $experiment, $name, $digest, $type, $source, $schema, $profile) ON CONFLICT DO NOTHING
            """,
            ("$id", NewId()),
            ("$experiment", experimentId),
            ("$name", dataset.Text("name")),
            ("$digest", dataset.Text("digest")),
            ("$type", dataset.Text("source_type")),
            ("$source", dataset.Text("source")),
            ("$schema", dataset.TextOrNull("schema")),
            ("$profile", dataset.TextOrNull("profile")));
        return (string)connection.Scalar(
            "SELECT dataset_uuid FROM datasets WHERE experiment_id = $experiment AND name = $name AND digest = $digest",
            ("$experiment", experimentId), ("$name", dataset.Text("name")), ("$digest", dataset.Text("digest")))!;
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
