using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Schema;

/// <summary>The JSON schema of a value as the printed document writes it.</summary>
internal static class ValueSchema
{
    /// <summary>Schema of a property, with null where it may have no value.</summary>
    public static JsonObject Of(PropertyInfo property)
    {
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        var schema = Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        return isNullable ? new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
    }

    /// <summary>Schema of a record: all of its properties are written, also those without a value.</summary>
    public static JsonObject OfRecord(IEnumerable<PropertyInfo> properties, Func<PropertyInfo, string?> describe)
    {
        var all = properties.Select(property => (Name: JsonNamingPolicy.CamelCase.ConvertName(property.Name), Schema: Described(Of(property), describe(property)))).ToList();
        return new()
        {
            ["type"] = "object",
            ["required"] = JsonText.Array(all.Select(pair => pair.Name)),
            ["properties"] = new JsonObject(all.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Schema))),
        };
    }

    private static JsonObject Of(Type type) => type switch
    {
        _ when ConfigurationKey.ItemOf(type) is { } item => new() { ["type"] = "array", ["items"] = Of(Nullable.GetUnderlyingType(item) ?? item) },
        _ when type == typeof(string) || type == typeof(ModelName) || type == typeof(AliasName) || type == typeof(Duration) => new() { ["type"] = "string" },
        _ when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) || type == typeof(long) => new() { ["type"] = "integer" },
        _ when type == typeof(double) => new() { ["type"] = "number" },
        _ when type.IsEnum => new() { ["enum"] = JsonText.Array(Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)) },
        _ => OfRecord(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), _ => null),
    };

    private static JsonObject Described(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }
}
