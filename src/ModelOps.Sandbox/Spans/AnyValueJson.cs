using System.Buffers;
using System.Text.Json;

namespace ModelOps.Sandbox.Spans;

/// <summary>Writes JSON in the form of OpenTelemetry's values, each of which names its kind.</summary>
internal static class AnyValueJson
{
    private static readonly SearchValues<byte> FractionSigns = SearchValues.Create(".eE"u8);

    /// <summary>Writes a key with its value; a null is no value.</summary>
    public static void WritePair(Utf8JsonWriter writer, string key, JsonElement value)
    {
        writer.WriteStartObject();
        writer.WriteString("key", key);
        if (value.ValueKind != JsonValueKind.Null)
        {
            writer.WritePropertyName("value");
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteString("string_value", value.GetString());
                break;
            case JsonValueKind.Number:
                writer.WritePropertyName(HasFraction(value) ? "double_value" : "int_value");
                value.WriteTo(writer);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean("bool_value", value.GetBoolean());
                break;
            case JsonValueKind.Array:
                writer.WriteStartObject("array_value");
                WriteItems(writer, value);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject("kvlist_value");
                WriteMembers(writer, value);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, JsonElement list)
    {
        if (list.GetArrayLength() > 0)
        {
            writer.WriteStartArray("values");
            foreach (var item in list.EnumerateArray())
            {
                Write(writer, item);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement json)
    {
        if (json.EnumerateObject().Any())
        {
            writer.WriteStartArray("values");
            foreach (var member in json.EnumerateObject())
            {
                WritePair(writer, member.Name, member.Value);
            }

            writer.WriteEndArray();
        }
    }

    private static bool HasFraction(JsonElement number) =>
        System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(number).ContainsAny(FractionSigns);
}
