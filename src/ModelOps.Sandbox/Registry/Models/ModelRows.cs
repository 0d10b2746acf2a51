using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Tables <c>registered_models</c> and <c>registered_model_tags</c>, written as MLflow writes them.</summary>
internal static class ModelRows
{
    private const string ByName = $"SELECT {ModelReader.Columns} FROM registered_models m WHERE m.workspace = 'default' AND m.name = $name";

    /// <summary>A model with all its parts.</summary>
    public static WireModel Get(StoreConnection connection, string name) =>
        ModelReader.Read(connection, isByStage: false, ByName, ("$name", name)).FirstOrDefault() ?? throw NotFound(name);

    /// <summary>Refuses a name that no model has.</summary>
    public static void Require(StoreConnection connection, string name)
    {
        if (!Exists(connection, name))
        {
            throw NotFound(name);
        }
    }

    public static WireModel Insert(StoreConnection connection, string name, string description, IReadOnlyList<WireTag> tags, long now)
    {
        if (Exists(connection, name))
        {
            throw IsTaken(name, wasPrompt: IsPrompt(connection, name), isPrompt: PromptTags.Mark(tags));
        }

        connection.Execute(
            "INSERT INTO registered_models (name, creation_time, last_updated_time, description) VALUES ($name, $now, $now, $description)",
            ("$name", name), ("$now", now), ("$description", description));
        foreach (var tag in tags)
        {
            WriteTag(connection, name, tag);
        }

        return Get(connection, name);
    }

    public static WireModel Describe(StoreConnection connection, string name, string description, long now)
    {
        var changed = connection.Execute(
            "UPDATE registered_models SET description = $description, last_updated_time = $now WHERE workspace = 'default' AND name = $name",
            ("$name", name), ("$now", now), ("$description", description));
        return changed > 0 ? Get(connection, name) : throw NotFound(name);
    }

    /// <summary>Renames a model; its versions, tags and aliases follow by their foreign keys.</summary>
    public static WireModel Rename(StoreConnection connection, string name, string newName, long now)
    {
        Require(connection, name);
        if (newName != name && Exists(connection, newName))
        {
            throw MlflowFault.Exists($"Registered Model (name={newName}) already exists.");
        }

        connection.Execute(
            "UPDATE registered_models SET name = $new, last_updated_time = $now WHERE workspace = 'default' AND name = $name",
            ("$name", name), ("$new", newName), ("$now", now));
        connection.Execute(
            "UPDATE model_versions SET last_updated_time = $now WHERE workspace = 'default' AND name = $new", ("$new", newName), ("$now", now));
        return Get(connection, newName);
    }

    /// <summary>Deletes a model with everything that belongs to it.</summary>
    public static void Delete(StoreConnection connection, string name)
    {
        Require(connection, name);
        var parameter = ("$name", (object?)name);
        connection.Execute("DELETE FROM model_version_tags WHERE workspace = 'default' AND name = $name", parameter);
        connection.Execute("DELETE FROM model_versions WHERE workspace = 'default' AND name = $name", parameter);
        connection.Execute("DELETE FROM registered_model_tags WHERE workspace = 'default' AND name = $name", parameter);
        connection.Execute("DELETE FROM registered_model_aliases WHERE workspace = 'default' AND name = $name", parameter);
        connection.Execute("DELETE FROM registered_models WHERE workspace = 'default' AND name = $name", parameter);
    }

    /// <summary>Sets when a model was changed last.</summary>
    public static void Touch(StoreConnection connection, string name, long now)
    {
        var changed = connection.Execute(
            "UPDATE registered_models SET last_updated_time = $now WHERE workspace = 'default' AND name = $name", ("$name", name), ("$now", now));
        if (changed == 0)
        {
            throw NotFound(name);
        }
    }

    public static void SetTag(StoreConnection connection, string name, WireTag tag)
    {
        Require(connection, name);
        WriteTag(connection, name, tag);
    }

    public static void DeleteTag(StoreConnection connection, string name, string key)
    {
        Require(connection, name);
        connection.Execute(
            "DELETE FROM registered_model_tags WHERE workspace = 'default' AND name = $name AND key = $key", ("$name", name), ("$key", key));
    }

    /// <summary>Whether a name is that of a prompt.</summary>
    public static bool IsPrompt(StoreConnection connection, string name) => connection.Scalar(
        "SELECT 1 FROM registered_model_tags WHERE workspace = 'default' AND name = $name AND key = $key",
        ("$name", name), ("$key", PromptTags.IsPrompt)) is not null;

    private static bool Exists(StoreConnection connection, string name) =>
        connection.Scalar("SELECT 1 FROM registered_models WHERE workspace = 'default' AND name = $name", ("$name", name)) is not null;

    // The first value's place is kept, as in MLflow.
    private static void WriteTag(StoreConnection connection, string name, WireTag tag) => connection.Execute(
        """
        INSERT INTO registered_model_tags (key, value, name) VALUES ($key, $value, $name)
        ON CONFLICT (workspace, key, name) DO UPDATE SET value = excluded.value
        """,
        ("$key", tag.Key), ("$value", tag.Value), ("$name", name));

    private static MlflowFault NotFound(string name) => MlflowFault.Missing($"Registered Model with name={name} not found");

    private static MlflowFault IsTaken(string name, bool wasPrompt, bool isPrompt)
    {
        if (wasPrompt == isPrompt)
        {
            return MlflowFault.Exists($"{(isPrompt ? "Prompt" : "Registered Model")} (name={name}) already exists.");
        }

        var (kind, former) = isPrompt ? ("prompt", "registered model") : ("registered model", "prompt");
        return MlflowFault.Exists(
            $"Tried to create a {kind} with name {PythonText.Quote(name)}, but the name is already taken by a {former}. MLflow does not allow "
            + $"creating a {kind} and a {former} with the same name.");
    }
}
