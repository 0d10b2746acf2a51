using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>The models logged to a run, which MLflow keeps in a tag.</summary>
internal static class ModelHistory
{
    private static readonly string[] Mandatory = ["artifact_path", "flavors", "utc_time_created", "run_id"];

    /// <summary>Reads what a client says of its model.</summary>
    /// <returns>The part of it that is kept, as JSON.</returns>
    /// <exception cref="MlflowFault">It is no JSON, or lacks fields.</exception>
    /// <exception cref="InvalidDataException">It is no object: MLflow answers with its page for internal errors.</exception>
    public static string Parse(string json)
    {
        using var model = ParseJson(json);
        if (model.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"Expected an object, found {model.RootElement.ValueKind}.");
        }

        var missing = Mandatory.Where(field => !model.RootElement.TryGetProperty(field, out _)).Select(PythonText.Quote).ToList();
        return missing.Count == 0
            ? Keep(model.RootElement)
            : throw MlflowFault.Invalid($"Model json is missing mandatory fields: {{{string.Join(", ", missing)}}}");
    }

    /// <summary>Adds a model to those of a run.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="model">What is kept of the model, as JSON.</param>
    public static void Append(StoreConnection connection, string runId, string model)
    {
        var before = connection.Scalar(
            "SELECT value FROM tags WHERE key = $key AND run_uuid = $run", ("$key", RunTags.ModelHistory), ("$run", runId));
        var history = new StringBuilder("[");
        if (before is string text)
        {
            using var list = JsonDocument.Parse(text);
            foreach (var earlier in list.RootElement.EnumerateArray())
            {
                PythonJson.Append(history, earlier);
                history.Append(", ");
            }
        }

        history.Append(model).Append(']');
        RunTagWrites.SetAsIs(connection, runId, RunTags.ModelHistory, history.ToString());
    }

    private static JsonDocument ParseJson(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw MlflowFault.Invalid($"Malformed model info. \n {json} \n is not a valid JSON.");
        }
    }

    private static string Keep(JsonElement model)
    {
        var kept = new StringBuilder("{");
        AppendField(kept, model, "run_id");
        AppendField(kept, model, "artifact_path");
        AppendField(kept, model, "utc_time_created");
        if (model.TryGetProperty("model_uuid", out _))
        {
            AppendField(kept, model, "model_uuid");
        }
        else
        {
            kept.Append($"\"model_uuid\": \"{Guid.NewGuid():N}\", ");
        }

        kept.Append("\"flavors\": ");
        PythonJson.AppendObject(kept, model.GetProperty("flavors").EnumerateObject(), AppendFlavor);
        return kept.Append('}').ToString();
    }

    private static void AppendField(StringBuilder target, JsonElement model, string field)
    {
        target.Append($"\"{field}\": ");
        PythonJson.Append(target, model.GetProperty(field));
        target.Append(", ");
    }

    // The settings of a flavor may be large: they stay in the model's own file.
    private static void AppendFlavor(StringBuilder target, JsonElement flavor)
    {
        if (flavor.ValueKind == JsonValueKind.Object)
        {
            PythonJson.AppendObject(target, flavor.EnumerateObject().Where(property => property.Name != "config"), PythonJson.Append);
        }
        else
        {
            PythonJson.Append(target, flavor);
        }
    }
}
