using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>What the registry knows of logged models: where one is, and which versions were made of it.</summary>
internal static class LoggedModelRows
{
    private const string VersionsTag = "mlflow.modelVersions";

    /// <summary>Where a logged model's files are, and the run that made it.</summary>
    /// <exception cref="MlflowFault">There is no such logged model.</exception>
    public static (string Location, string? RunId) Get(StoreConnection connection, string modelId)
    {
        var found = connection.Query(
            "SELECT artifact_location, source_run_id FROM logged_models WHERE model_id = $model AND lifecycle_stage <> 'deleted'",
            row => (row.GetString(0), row.TextOrNull(1)),
            ("$model", modelId));
        return found.Count > 0 ? found[0] : throw MlflowFault.NoLoggedModel(modelId);
    }

    /// <summary>Notes at a logged model that a version was made of it.</summary>
    public static void AddVersion(StoreConnection connection, string modelId, WireVersion version)
    {
        var versions = Read(connection.Scalar(
            "SELECT tag_value FROM logged_model_tags WHERE model_id = $model AND tag_key = $key", ("$model", modelId), ("$key", VersionsTag)) as string);
        versions.Add((JsonNode)new JsonObject
        {
            ["name"] = version.Name,
            ["version"] = long.Parse(version.Version, CultureInfo.InvariantCulture),
        });
        LoggedModelWrites.SetTag(connection, modelId, VersionsTag, Write(versions));
    }

    private static string Write(JsonArray versions)
    {
        using var json = JsonDocument.Parse(versions.ToJsonString());
        var text = new StringBuilder();
        PythonJson.Append(text, json.RootElement);
        return text.ToString();
    }

    // A caller can set the tag to anything.
    private static JsonArray Read(string? tag)
    {
        try
        {
            return JsonNode.Parse(tag ?? "[]") as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
