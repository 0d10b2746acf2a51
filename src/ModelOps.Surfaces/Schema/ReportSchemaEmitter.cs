using System.Reflection;
using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Schema;

/// <summary>Emits the JSON schema of what <c>--json</c> prints.</summary>
internal static class ReportSchemaEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["schemas/report.schema.json"] = JsonText.Write(Document()) };

    private static JsonObject Document() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$comment"] = EmittedHeader.For(nameof(VerbCatalog)),
        ["title"] = "modelops --json",
        ["description"] = "What a verb prints with --json, or --format json: a result, or with --explain the inputs.",
        ["type"] = "object",
        ["required"] = JsonText.Array(["schemaVersion", "verb", "exitCode", "diagnostics"]),
        ["properties"] = new JsonObject
        {
            ["schemaVersion"] = new JsonObject { ["const"] = ReportJson.SchemaVersion },
            ["verb"] = new JsonObject { ["enum"] = new JsonArray([.. VerbCatalog.All.Select(verb => (JsonNode?)verb.Name), null]) },
            ["exitCode"] = ExitCodes(),
            ["result"] = new JsonObject { ["type"] = JsonText.Array(["object", "null"]) },
            ["results"] = new JsonObject
            {
                ["description"] = "With --all or --changed: what came of each model. The result beside it is that of the model when just one ran, else null.",
                ["type"] = "array",
                ["items"] = new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = JsonText.Array(["model", "exitCode", "result", "diagnostics"]),
                    ["properties"] = new JsonObject
                    {
                        ["model"] = new JsonObject { ["type"] = "string" },
                        ["exitCode"] = ExitCodes(),
                        ["result"] = new JsonObject { ["type"] = JsonText.Array(["object", "null"]) },
                        ["diagnostics"] = new JsonObject { ["type"] = "array", ["items"] = Reference("diagnostic") },
                    },
                },
            },
            ["inputs"] = new JsonObject { ["type"] = "array", ["items"] = ValueSchema.OfRecord(typeof(ValueOrigin).GetProperties(), _ => null) },
            ["diagnostics"] = new JsonObject { ["type"] = "array", ["items"] = Reference("diagnostic") },
        },
        ["allOf"] = new JsonArray([.. VerbCatalog.All.Select(Case)]),
        ["definitions"] = new JsonObject([
            KeyValuePair.Create("diagnostic", (JsonNode?)Diagnostic()),
            .. VerbCatalog.All.Select(verb => KeyValuePair.Create(verb.Name, (JsonNode?)Result(verb)))]),
    };

    private static JsonObject ExitCodes() => new() { ["enum"] = new JsonArray([.. Enum.GetValues<ExitCode>().Select(code => (JsonNode?)(int)code)]) };

    private static JsonObject Case(VerbDescriptor verb)
    {
        var properties = new JsonObject { ["result"] = ResultOf(verb) };
        if (verb.TakesSeveralModels)
        {
            properties["results"] = new JsonObject { ["items"] = new JsonObject { ["properties"] = new JsonObject { ["result"] = ResultOf(verb) } } };
        }

        return new()
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["verb"] = new JsonObject { ["const"] = verb.Name } } },
            ["then"] = new JsonObject { ["properties"] = properties },
        };
    }

    private static JsonObject ResultOf(VerbDescriptor verb) => new() { ["anyOf"] = new JsonArray(Reference(verb.Name), new JsonObject { ["type"] = "null" }) };

    private static JsonObject Result(VerbDescriptor verb)
    {
        var result = ValueSchema.OfRecord(
            verb.ResultType.GetProperties().Where(property => property.IsDefined(typeof(OutputAttribute))),
            property => property.GetCustomAttribute<OutputAttribute>()!.Description);
        result["description"] = $"Result of modelops {verb.CommandText}.";
        return result;
    }

    private static JsonObject Diagnostic() => new()
    {
        ["type"] = "object",
        ["required"] = JsonText.Array(["code", "severity", "message", "fix", "file", "line", "column"]),
        ["properties"] = new JsonObject
        {
            ["code"] = new JsonObject { ["type"] = "string", ["pattern"] = "^MOP[0-9]{4}$" },
            ["severity"] = new JsonObject { ["enum"] = JsonText.Array(["info", "warning", "error"]) },
            ["message"] = new JsonObject { ["type"] = "string" },
            ["fix"] = new JsonObject { ["type"] = "string", ["description"] = "What to do about it; modelops explain CODE says more." },
            ["file"] = new JsonObject { ["type"] = JsonText.Array(["string", "null"]) },
            ["line"] = new JsonObject { ["type"] = JsonText.Array(["integer", "null"]) },
            ["column"] = new JsonObject { ["type"] = JsonText.Array(["integer", "null"]) },
        },
    };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };
}
