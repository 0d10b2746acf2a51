using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Values that protocol buffers' JSON form writes in ways of their own.</summary>
internal static class SpecialValues
{
    /// <summary>Whether values of a kind are read here.</summary>
    public static bool Has(FieldKind kind) => kind is FieldKind.Map or FieldKind.Json or FieldKind.Time or FieldKind.Duration or FieldKind.Mask;

    /// <summary>Reads a value; one that does not fit keeps what was read of it, or is the empty one of its kind.</summary>
    public static bool TryRead(JsonElement json, FieldKind kind, out object? value)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        switch (kind)
        {
            case FieldKind.Json:
                // The document of the request goes before the call is done.
                value = json.Clone();
                return true;
            case FieldKind.Map:
                var pairs = new List<object>();
                value = pairs;
                return TryReadMap(json, pairs);
            case FieldKind.Mask:
                value = ReadMask(text);
                return value is not null;
            case FieldKind.Time:
                value = WireTime.Parse(text);
                break;
            default:
                value = WireDuration.Parse(text);
                break;
        }

        var fits = value is not null;
        value ??= 0L;
        return fits;
    }

    private static bool TryReadMap(JsonElement json, List<object> pairs)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            var pair = new WireTag(property.Name, property.Value.GetString()!);
            if (places.TryAdd(property.Name, pairs.Count))
            {
                pairs.Add(pair);
            }
            else
            {
                pairs[places[property.Name]] = pair;
            }
        }

        return true;
    }

    // On the wire the names are in camel case, in the message in snake case.
    private static List<object>? ReadMask(string? text) => text is null || text.Contains('_', StringComparison.Ordinal)
        ? null
        : [.. text.Split(',').Select(path => string.Concat(path.Select(sign =>
            char.IsAsciiLetterUpper(sign) ? string.Create(CultureInfo.InvariantCulture, $"_{char.ToLowerInvariant(sign)}") : sign.ToString())))];
}
