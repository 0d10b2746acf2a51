using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>registered_models</c> and <c>registered_model_tags</c>, as MLflow does.</summary>
internal static class ModelWrites
{
    // What belongs to a model goes before it.
    private static readonly string[] Tables =
        ["registered_model_aliases", "model_version_tags", "model_versions", "registered_model_tags", "registered_models"];

    public static void Insert(StoreConnection connection, string model, string description, long now) => connection.Execute(
        "INSERT INTO registered_models (name, creation_time, last_updated_time, description) VALUES ($name, $now, $now, $description)",
        ("$name", model), ("$now", now), ("$description", description));

    /// <summary>Changes the description.</summary>
    /// <returns>Whether there is such a model.</returns>
    public static bool Describe(StoreConnection connection, string model, string description, long now) => connection.Execute(
        $"UPDATE registered_models SET description = $description, last_updated_time = $now WHERE {DefaultWorkspace.And(connection)} name = $name",
        ("$name", model), ("$now", now), ("$description", description)) > 0;

    /// <summary>Renames a model; its versions, tags and aliases follow by their foreign keys.</summary>
    public static void Rename(StoreConnection connection, string model, string newName, long now)
    {
        var here = DefaultWorkspace.And(connection);
        connection.Execute(
            $"UPDATE registered_models SET name = $new, last_updated_time = $now WHERE {here} name = $name",
            ("$name", model), ("$new", newName), ("$now", now));
        connection.Execute($"UPDATE model_versions SET last_updated_time = $now WHERE {here} name = $new", ("$new", newName), ("$now", now));
    }

    /// <summary>Deletes a model with everything that belongs to it.</summary>
    public static void Delete(StoreConnection connection, string model)
    {
        foreach (var table in Tables)
        {
            connection.Execute($"DELETE FROM {table} WHERE {DefaultWorkspace.And(connection)} name = $name", ("$name", model));
        }
    }

    /// <summary>Sets when a model was changed last.</summary>
    /// <returns>Whether there is such a model.</returns>
    public static bool Touch(StoreConnection connection, string model, long now) => connection.Execute(
        $"UPDATE registered_models SET last_updated_time = $now WHERE {DefaultWorkspace.And(connection)} name = $name",
        ("$name", model), ("$now", now)) > 0;

    /// <summary>Sets a tag; one that is there keeps its place.</summary>
    public static void SetTag(StoreConnection connection, string model, string key, string value) => connection.Execute(
        """
        INSERT INTO registered_model_tags (key, value, name) VALUES ($key, $value, $name)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        ("$key", key), ("$value", value), ("$name", model));

    public static void DeleteTag(StoreConnection connection, string model, string key) => connection.Execute(
        $"DELETE FROM registered_model_tags WHERE {DefaultWorkspace.And(connection)} name = $name AND key = $key",
        ("$name", model), ("$key", key));
}
