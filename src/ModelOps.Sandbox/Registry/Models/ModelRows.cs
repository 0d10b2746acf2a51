using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Tables <c>registered_models</c> and <c>registered_model_tags</c>: what is refused is told as MLflow tells it.</summary>
internal static class ModelRows
{
    private const string ByName = $"SELECT {ModelReader.Columns} FROM registered_models m WHERE m.workspace = 'default' AND m.name = $name";

    /// <summary>A model with all its parts.</summary>
    public static WireModel Get(StoreConnection connection, string name) =>
        ModelReader.Read(connection, isByStage: false, ByName, ("$name", name)).FirstOrDefault() ?? throw RegistryNames.NoModel(name);

    /// <summary>Refuses a name that no model has.</summary>
    public static void Require(StoreConnection connection, string name)
    {
        if (!Exists(connection, name))
        {
            throw RegistryNames.NoModel(name);
        }
    }

    public static WireModel Insert(StoreConnection connection, string name, string description, IReadOnlyList<WireTag> tags, long now)
    {
        if (Exists(connection, name))
        {
            throw IsTaken(name, wasPrompt: PromptTags.IsOn(connection, name), isPrompt: PromptTags.Mark(tags));
        }

        ModelWrites.Insert(connection, name, description, now);
        foreach (var tag in tags)
        {
            ModelWrites.SetTag(connection, name, tag.Key, tag.Value);
        }

        return Get(connection, name);
    }

    public static WireModel Describe(StoreConnection connection, string name, string description, long now) =>
        ModelWrites.Describe(connection, name, description, now) ? Get(connection, name) : throw RegistryNames.NoModel(name);

    /// <summary>Renames a model; its versions, tags and aliases follow by their foreign keys.</summary>
    public static WireModel Rename(StoreConnection connection, string name, string newName, long now)
    {
        Require(connection, name);
        if (newName != name && Exists(connection, newName))
        {
            throw MlflowFault.Exists($"Registered Model (name={newName}) already exists.");
        }

        ModelWrites.Rename(connection, name, newName, now);
        return Get(connection, newName);
    }

    /// <summary>Deletes a model with everything that belongs to it.</summary>
    public static void Delete(StoreConnection connection, string name)
    {
        Require(connection, name);
        ModelWrites.Delete(connection, name);
    }

    public static void SetTag(StoreConnection connection, string name, WireTag tag)
    {
        Require(connection, name);
        ModelWrites.SetTag(connection, name, tag.Key, tag.Value);
    }

    public static void DeleteTag(StoreConnection connection, string name, string key)
    {
        Require(connection, name);
        ModelWrites.DeleteTag(connection, name, key);
    }

    private static bool Exists(StoreConnection connection, string name) =>
        connection.Scalar("SELECT 1 FROM registered_models WHERE workspace = 'default' AND name = $name", ("$name", name)) is not null;

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
