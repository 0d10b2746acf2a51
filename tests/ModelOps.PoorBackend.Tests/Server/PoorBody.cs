using System.Buffers;
using System.Text.Json;

namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>The JSON of a request, of which every field is looked at.</summary>
internal sealed class PoorBody
{
    // What keys and values of properties may be.
    private const int LongestKey = 200;
    private const int LongestValue = 1000;
    private static readonly SearchValues<char> RefusedInKeys = SearchValues.Create(".,-=/:");

    private readonly JsonElement _json;

    private PoorBody(JsonElement json) => _json = json;

    /// <summary>Reads a body.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fields">Fields that it may have and their kinds; one with a <c>*</c> must be there.</param>
    public static PoorBody Read(byte[] bytes, params (string Name, JsonValueKind Kind)[] fields)
    {
        var json = Parse(bytes);
        foreach (var property in json.EnumerateObject())
        {
            var known = Array.Find(fields, field => field.Name.TrimEnd('*') == property.Name);
            if (known.Name is null || property.Value.ValueKind != known.Kind)
            {
                throw PoorFault.Violation("FIELD", $"The field '{property.Name}' of kind {property.Value.ValueKind} is not expected.");
            }
        }

        foreach (var (name, _) in fields.Where(field => field.Name.EndsWith('*')))
        {
            if (!json.TryGetProperty(name.TrimEnd('*'), out _))
            {
                throw PoorFault.Violation("FIELD", $"The field '{name.TrimEnd('*')}' is missing.");
            }
        }

        return new(json);
    }

    public bool Has(string name) => _json.TryGetProperty(name, out _);

    public string Text(string name) => Has(name) ? _json.GetProperty(name).GetString()! : "";

    public int Number(string name) => _json.GetProperty(name).GetInt32();

    /// <summary>Properties to be written; null removes one.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Properties()
    {
        if (!Has("properties"))
        {
            return [];
        }

        var properties = _json.GetProperty("properties").EnumerateObject().ToArray();
        foreach (var property in properties)
        {
            Check(property.Name, property.Value);
        }

        return [.. properties.Select(property => KeyValuePair.Create(property.Name, property.Value.GetString()))];
    }

    private static void Check(string key, JsonElement value)
    {
        if (key.Length is 0 or > LongestKey || key.AsSpan().ContainsAny(RefusedInKeys))
        {
            throw PoorFault.Violation("KEY", $"The key '{key}' is refused.");
        }

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) || value.ToString().Length > LongestValue)
        {
            throw PoorFault.Violation("VALUE", $"The value of '{key}' is no text of at most {LongestValue} characters.");
        }
    }

    private static JsonElement Parse(byte[] bytes)
    {
        try
        {
            var json = JsonDocument.Parse(bytes).RootElement;
            return json.ValueKind == JsonValueKind.Object ? json : throw PoorFault.Violation("JSON", "The body is no object.");
        }
        catch (JsonException exception)
        {
            throw PoorFault.Violation("JSON", exception.Message);
        }
    }
}
