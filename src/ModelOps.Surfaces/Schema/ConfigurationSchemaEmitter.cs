using System.Globalization;
using System.Text.Json.Nodes;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Schema;

/// <summary>Emits the JSON schema of modelops.yml, for editors. The loader stays the judge: it also knows rules between keys.</summary>
internal static class ConfigurationSchemaEmitter
{
    private const string AliasPattern = "^(?!([lL][aA][tT][eE][sS][tT]|[vV][0-9]+)$)[A-Za-z0-9_-]{1,255}$";

    public static IReadOnlyDictionary<string, string> Emit() =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["schemas/modelops.schema.json"] = JsonText.Write(Document()) };

    private static JsonObject Document()
    {
        var document = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$comment"] = EmittedHeader.For(nameof(ToolkitConfiguration)),
            ["title"] = "modelops.yml",
            ["description"] = "Configuration of the ModelOps Toolkit.",
        };
        foreach (var (name, value) in Section(typeof(ToolkitConfiguration)).ToArray())
        {
            document[name] = value?.DeepClone();
        }

        return document;
    }

    private static JsonObject Section(Type section)
    {
        var keys = ConfigurationKey.Of(section);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Key(key)))),
        };
        if (keys.Any(key => key.IsRequired))
        {
            schema["required"] = JsonText.Array(keys.Where(key => key.IsRequired).Select(key => key.Name));
        }

        return schema;
    }

    private static JsonObject Key(ConfigurationKey key)
    {
        var schema = key.Name == "defaults" ? Defaults() : Value(key.Type);
        if (key.Type == typeof(string) && double.TryParse(key.Example, CultureInfo.InvariantCulture, out _))
        {
            // Nobody writes quotes around a number; the loader takes the text of any scalar.
            schema["type"] = JsonText.Array(["string", "number"]);
        }

        schema["description"] = key.Description;
        if (key.Example is { } example)
        {
            schema["examples"] = new JsonArray(Scalar(key.Type, example));
        }

        if (key.ScalarDefault is { } text)
        {
            schema["default"] = Scalar(key.Type, text);
        }

        return schema;
    }

    private static JsonObject Value(Type type) => type switch
    {
        _ when ConfigurationKey.ItemOf(type) is { } item => new() { ["type"] = "array", ["items"] = Value(item) },
        _ when ConfigurationKey.ValueOf(type) == typeof(string) =>
            new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = JsonText.Array(["string", "number", "boolean"]) } },
        _ when ConfigurationKey.ValueOf(type) is { } value => new() { ["type"] = "object", ["additionalProperties"] = Value(value) },
        _ when type == typeof(int) => new() { ["type"] = "integer" },
        _ when type == typeof(double) => new() { ["type"] = "number" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type.IsEnum => new() { ["enum"] = JsonText.Array(Enum.GetValues(type).Cast<object>().Select(choice => InputText.Of(choice)!)) },
        _ when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(Duration) => new() { ["type"] = "string", ["pattern"] = "^[0-9]+[smhd]?$" },
        _ when type == typeof(AliasName) => new() { ["type"] = "string", ["pattern"] = AliasPattern },
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when ConfigurationKey.IsSection(type) => Section(type),
        _ => throw new NotSupportedException($"No schema for {type}."),
    };

    private static JsonNode Scalar(Type type, string text) => type switch
    {
        _ when type == typeof(int) => JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)),
        _ when type == typeof(double) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ when type == typeof(bool) => JsonValue.Create(bool.Parse(text)),
        _ => JsonValue.Create(text),
    };

    // The loader checks verbs and inputs by name; so does the editor.
    private static JsonObject Defaults() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(VerbCatalog.All.Select(verb => KeyValuePair.Create(verb.Name, (JsonNode?)VerbDefaults(verb)))),
    };

    private static JsonObject VerbDefaults(VerbDescriptor verb) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(verb.Inputs.Select(input => KeyValuePair.Create(input.Name.Kebab, (JsonNode?)new JsonObject
        {
            ["type"] = JsonText.Array(["string", "integer", "boolean"]),
            ["description"] = input.Help(),
        }))),
    };
}
