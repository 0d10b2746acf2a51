using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Fields of the JSON form; a kind that does not fit throws what the JSON reader throws.</summary>
internal static class JsonFields
{
    /// <summary>A field under either of its names; null when it was not sent.</summary>
    public static JsonElement? Find(JsonElement message, string name, string? other = null) =>
        (message.TryGetProperty(name, out var value) || (other is not null && message.TryGetProperty(other, out value))) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static IEnumerable<JsonElement> List(JsonElement message, string name, string? other = null) =>
        Find(message, name, other) is { } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static string Text(JsonElement message, string name) => Find(message, name) is { } text ? text.GetString() ?? "" : "";

    /// <summary>An identity.</summary>
    public static string Digits(JsonElement message, string name, string other) =>
        Find(message, name, other) is { } text ? Convert.ToHexStringLower(Convert.FromHexString(text.GetString() ?? "")) : "";

    /// <summary>A time, a number or text.</summary>
    public static ulong Time(JsonElement message, string name, string other) => Find(message, name, other) switch
    {
        null => 0,
        { ValueKind: JsonValueKind.String } text => ulong.Parse(text.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture),
        { } number => number.GetUInt64(),
    };

    /// <summary>The attributes of a message, their values as JSON.</summary>
    public static List<KeyValuePair<string, string>> Pairs(JsonElement message, string name = "attributes") =>
        [.. List(message, name).Select(pair => KeyValuePair.Create(Text(pair, "key"), Find(pair, "value") is { } value ? Value(value) : ValueText.Null))];

    private static string Value(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            switch (member.Name)
            {
                case "stringValue" or "string_value":
                    return ValueText.Text(member.Value.GetString() ?? "");
                case "boolValue" or "bool_value":
                    return ValueText.Flag(member.Value.GetBoolean());
                case "intValue" or "int_value":
                    return ValueText.Number(member.Value.ValueKind == JsonValueKind.String
                        ? long.Parse(member.Value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                        : member.Value.GetInt64());
                case "doubleValue" or "double_value":
                    return ValueText.Number(Double(member.Value));
                case "arrayValue" or "array_value":
                    return ValueText.List(List(member.Value, "values").Select(Value));
                case "kvlistValue" or "kvlist_value":
                    return ValueText.Members(Pairs(member.Value, "values"));
                case "bytesValue" or "bytes_value":
                    return ValueText.Text(Convert.ToBase64String(member.Value.GetBytesFromBase64()));
            }
        }

        return ValueText.Null;
    }

    private static double Double(JsonElement value) => value.ValueKind != JsonValueKind.String
        ? value.GetDouble()
        : value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => double.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
}
