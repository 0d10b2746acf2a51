using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>JSON that callers send as a text inside of their JSON.</summary>
internal static class TextOfJson
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">It is no JSON: MLflow answers with its page for internal errors.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            return MessageBody.ParseText(text);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException("The text is no JSON.", failure);
        }
    }

    /// <summary>Members of an object, the last one where a name is there twice.</summary>
    /// <exception cref="MlflowFault">It is no object, nor null.</exception>
    public static IReadOnlyList<KeyValuePair<string, JsonElement>> Members(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return json.ValueKind == JsonValueKind.Null ? [] : throw MlflowFault.Internal($"'{PythonText.TypeOf(json)}' object has no attribute 'items'");
        }

        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return [.. members];
    }

    /// <summary>A value as Python's <c>json</c> writes it.</summary>
    public static string Write(JsonElement json)
    {
        var text = new StringBuilder();
        PythonJson.Append(text, json);
        return text.ToString();
    }

    /// <summary>A value as Python's <c>str</c> gives it.</summary>
    public static string ToPlainText(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Null => "None",
        _ => Write(json),
    };
}
