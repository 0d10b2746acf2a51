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

            if (field.Group is { } group && shape.Fields.Any(other => other.Group == group && other != field && message.Has(other.Name)))
            {
                return false;
            }

            var fits = TryReadField(property.Value, field, out var value);
            if (value is not null)
            {
                message.Set(field.Name, value);
            }

            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    // A list or message that does not fit keeps what was read of it.
    private static bool TryReadField(JsonElement json, Field field, out object? value)
    {
        if (!field.IsList)
        {
            return TryReadValue(json, field, out value);
        }

        value = null;
        if (field.Kind == FieldKind.LooseText && json.ValueKind == JsonValueKind.String)
        {
            value = json.GetString()!.Select(sign => (object)sign.ToString()).ToList();
            return true;
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var items = new List<object>();
        value = items;
        foreach (var element in json.EnumerateArray())
        {
            var fits = TryReadValue(element, field, out var item);
            if (item is not null)
            {
                items.Add(item);
            }

            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadValue(JsonElement json, Field field, out object? value)
    {
        if (field.Kind == FieldKind.Message && json.ValueKind == JsonValueKind.Object)
        {
            var message = new Message();
            value = message;
            return TryRead(json, field.Shape!, message);
        }

        if (SpecialValues.Has(field.Kind))
        {
            return SpecialValues.TryRead(json, field.Kind, out value);
        }

        value = field.Kind switch
        {
            FieldKind.Text => json.ValueKind == JsonValueKind.String ? json.GetString() : null,
            FieldKind.LooseText => json.ValueKind is JsonValueKind.String or JsonValueKind.Number ? json.ToString() : null,
            FieldKind.Integer => JsonNumbers.ReadInteger(json),
            FieldKind.Number => JsonNumbers.ReadNumber(json),
            FieldKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            FieldKind.Choice => ReadChoice(json, field.Choices),
            _ => null,
        };
        return value is not null;
    }

    private static object? ReadChoice(JsonElement json, IReadOnlyDictionary<string, int> choices) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt32(out var number) && choices.Values.Contains(number) => number,
        JsonValueKind.String when choices.TryGetValue(json.GetString()!, out var number) => number,
        JsonValueKind.String when int.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && choices.Values.Contains(number) => number,
        _ => null,
    };
}
