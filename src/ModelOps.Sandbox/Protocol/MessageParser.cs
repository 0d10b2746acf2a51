using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>
/// Reads a message by the rules of protocol buffers' JSON form, in the order of the sender. Where a value does not fit, reading stops and what came
/// before it stays, as in MLflow's own server.
/// </summary>
internal static class MessageParser
{
    /// <summary>Reads an object.</summary>
    /// <param name="json">The object.</param>
    /// <param name="shape">Its fields.</param>
    /// <param name="message">Takes the values.</param>
    /// <returns>Whether all values fitted.</returns>
    public static bool TryRead(JsonElement json, MessageShape shape, Message message)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (shape.Find(property.Name) is not { } field || property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (!TryReadField(property.Value, field, out var value))
            {
                return false;
            }

            message.Set(field.Name, value);
        }

        return true;
    }

    private static bool TryReadField(JsonElement json, Field field, out object value)
    {
        if (!field.IsList)
        {
            return TryReadValue(json, field, out value);
        }

        var items = new List<object>();
        value = items;
        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var element in json.EnumerateArray())
        {
            if (!TryReadValue(element, field, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        return true;
    }

    private static bool TryReadValue(JsonElement json, Field field, out object value)
    {
        var read = field.Kind switch
        {
            FieldKind.Text => json.ValueKind == JsonValueKind.String ? json.GetString() : null,
            FieldKind.Integer => ReadInteger(json),
            FieldKind.Number => ReadNumber(json),
            FieldKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            FieldKind.Choice => ReadChoice(json, field.Choices),
            _ => ReadMessage(json, field.Shape!),
        };
        value = read ?? "";
        return read is not null;
    }

    // Whole numbers also come as text, or with a fraction of zero.
    private static object? ReadInteger(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt64(out var number) => number,
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) < long.MaxValue => (long)number,
        JsonValueKind.String when long.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? ReadNumber(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            { } text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => null,
        },
        _ => null,
    };

    private static object? ReadChoice(JsonElement json, IReadOnlyDictionary<string, int> choices) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.String when choices.TryGetValue(json.GetString()!, out var number) => number,
        JsonValueKind.String when int.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static Message? ReadMessage(JsonElement json, MessageShape shape)
    {
        var message = new Message();
        return json.ValueKind == JsonValueKind.Object && TryRead(json, shape, message) ? message : null;
    }
}
