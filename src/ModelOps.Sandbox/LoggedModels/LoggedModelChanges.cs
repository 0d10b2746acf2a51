using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>Changes logged models: what is refused is told as MLflow tells it.</summary>
internal static class LoggedModelChanges
{
    /// <summary>Adds parameters; one that is there already is refused by the schema.</summary>
    public static void AddParameters(StoreConnection connection, string modelId, IReadOnlyList<Message> parameters)
    {
        foreach (var parameter in parameters)
        {
            LoggedModelWrites.AddParameter(connection, modelId, parameter.Text("key"), parameter.Text("value"));
        }
    }

    /// <summary>Sets tags.</summary>
    public static void SetTags(StoreConnection connection, string modelId, IReadOnlyList<Message> tags)
    {
        foreach (var tag in tags)
        {
            LoggedModelWrites.SetTag(connection, modelId, tag.Text("key"), tag.Text("value"));
        }
    }

    /// <summary>Changes the status of a model.</summary>
    /// <exception cref="MlflowFault">There is no such model.</exception>
    public static void SetStatus(StoreConnection connection, string modelId, int status, long now) =>
        RequireOne(LoggedModelWrites.SetStatus(connection, modelId, status, now), modelId);

    /// <summary>Marks a model as deleted.</summary>
    /// <exception cref="MlflowFault">There is no such model.</exception>
    public static void Delete(StoreConnection connection, string modelId, long now) =>
        RequireOne(LoggedModelWrites.Delete(connection, modelId, now), modelId);

    /// <summary>Refuses a model that does not exist.</summary>
    public static void Require(StoreConnection connection, string modelId) =>
        RequireOne(connection.Scalar("SELECT 1 FROM logged_models WHERE model_id = $model", ("$model", modelId)) is not null, modelId);

    /// <summary>Removes a tag.</summary>
    /// <exception cref="MlflowFault">There is no such tag.</exception>
    public static void DeleteTag(StoreConnection connection, string modelId, string key)
    {
        if (!LoggedModelWrites.DeleteTag(connection, modelId, key))
        {
            throw MlflowFault.Missing($"No tag with key {PythonText.Quote(key)} found for model with ID {PythonText.Quote(modelId)}.");
        }
    }

    private static void RequireOne(bool isThere, string modelId)
    {
        if (!isThere)
        {
            throw MlflowFault.NoLoggedModel(modelId);
        }
    }
}
