using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Types of what the records of a dataset hold, by key; the first value of a key says its type.</summary>
internal sealed class DatasetSchema
{
    private readonly OrderedDictionary<string, string> _inputs = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> _outputs = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> _expectations = new(StringComparer.Ordinal);
    private string? _output;

    /// <summary>Reads a schema.</summary>
    /// <param name="text">What was written; null when there is none yet.</param>
    public static DatasetSchema Parse(string? text)
    {
        var schema = new DatasetSchema();
        if (text is null)
        {
            return schema;
        }

        var json = TextOfJson.Parse(text);
        Fill(schema._inputs, json, "inputs");
        Fill(schema._expectations, json, "expectations");
        Fill(schema._outputs, json, "outputs");
        schema._output = json.TryGetProperty("outputs", out var output) && output.ValueKind == JsonValueKind.String ? output.GetString() : null;
        return schema;
    }

    /// <summary>Takes up a record, as it was sent.</summary>
    public void Add(JsonElement record)
    {
        AddTypes(_inputs, record, "inputs");
        AddTypes(_expectations, record, "expectations");
        AddTypes(_outputs, record, "outputs");
        if (record.TryGetProperty("outputs", out var output) && output.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            _output = TypeOf(output);
        }
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{{\"inputs\": {Text(_inputs)}, \"outputs\": {(_output is null ? Text(_outputs) : PythonJson.Quote(_output))}, "
        + $"\"expectations\": {Text(_expectations)}, \"version\": \"1.0\"}}";

    private static void AddTypes(OrderedDictionary<string, string> types, JsonElement record, string part)
    {
        if (record.TryGetProperty(part, out var values) && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var value in values.EnumerateObject())
            {
                types.TryAdd(value.Name, TypeOf(value.Value));
            }
        }
    }

    private static void Fill(OrderedDictionary<string, string> types, JsonElement schema, string part)
    {
        if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(part, out var known) && known.ValueKind == JsonValueKind.Object)
        {
            foreach (var type in known.EnumerateObject())
            {
                types[type.Name] = type.Value.ToString();
            }
        }
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "float",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "string",
    };

    private static string Text(OrderedDictionary<string, string> types)
    {
        var text = new StringBuilder("{");
        foreach (var (key, type) in types)
        {
            text.Append(text.Length > 1 ? ", " : "").Append(PythonJson.Quote(key)).Append(": ").Append(PythonJson.Quote(type));
        }

        return text.Append('}').ToString();
    }
}
