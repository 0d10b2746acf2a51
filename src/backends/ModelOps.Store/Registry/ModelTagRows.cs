using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Registry;

/// <summary>Table <c>registered_model_tags</c>.</summary>
internal static class ModelTagRows
{
    // The plus keeps SQLite from reading the tags of all models in the order of their keys.
    public static Dictionary<string, string> Read(StoreConnection connection, ModelName model) => connection
        .Query(
            $"SELECT key, value FROM registered_model_tags WHERE {DefaultWorkspace.And(connection)} name = $name ORDER BY +key",
            row => KeyValuePair.Create(row.Text(0), row.Text(1)),
            ("$name", model.Value))
        .ToDictionary(StringComparer.Ordinal);

    public static void Write(StoreConnection connection, ModelName model, IReadOnlyList<Tag> tags)
    {
        ModelRows.Require(connection, model);
        foreach (var tag in tags)
        {
            ModelWrites.SetTag(connection, model.Value, tag.Key, tag.Value);
        }
    }
}
