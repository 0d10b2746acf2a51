using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>Holds requests and answers against GitHub's own description of its REST interface.</summary>
internal static class GitHubDescription
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(
        Path.Combine(TestFiles.Root, "tests", "ModelOps.Core.Tests", "Hosting", "Comments", "Data", "github-openapi.json"))).RootElement;

    /// <summary>GitHub's own example of a comment.</summary>
    public static string Example => Root.GetProperty("components").GetProperty("examples").GetProperty("issue-comment").GetProperty("value").GetRawText();

    /// <summary>What is wrong with a request.</summary>
    public static IEnumerable<string> ProblemsOfRequest(string path, string method, IEnumerable<KeyValuePair<string, string>> query, string body)
    {
        var operation = Operation(path, method);
        var parameters = operation.GetProperty("parameters").EnumerateArray().Select(Resolve).ToList();
        foreach (var (name, value) in query)
        {
            if (parameters.FirstOrDefault(one => one.GetProperty("in").ValueEquals("query") && one.GetProperty("name").ValueEquals(name)) is not { ValueKind: JsonValueKind.Object } parameter)
            {
                yield return $"query {name} is not known";
            }
            else if (parameter.GetProperty("schema").GetProperty("type").ValueEquals("integer") && !long.TryParse(value, out _))
            {
                yield return $"query {name} is no number";
            }
        }

        if (operation.TryGetProperty("requestBody", out var content))
        {
            foreach (var problem in Problems(Schema(content), Parse(body), "request"))
            {
                yield return problem;
            }
        }
        else if (body.Length > 0)
        {
            yield return "a body where none belongs";
        }
    }

    /// <summary>What is wrong with an answer.</summary>
    public static IEnumerable<string> ProblemsOfAnswer(string path, string method, int status, string body)
    {
        var name = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return !Operation(path, method).GetProperty("responses").TryGetProperty(name, out var answer)
            ? [$"{method} {path} does not answer {name}"]
            : Problems(Schema(Resolve(answer)), Parse(body), name);
    }

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;

    private static JsonElement Operation(string path, string method) => Root.GetProperty("paths").GetProperty(path).GetProperty(method);

    private static JsonElement Schema(JsonElement content) => content.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static JsonElement Resolve(JsonElement node) => node.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/')[1..].Aggregate(Root, (from, part) => from.GetProperty(part))
        : node;

    private static IEnumerable<string> Problems(JsonElement reference, JsonElement value, string place)
    {
        var schema = Resolve(reference);
        if (value.ValueKind == JsonValueKind.Null)
        {
            return schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean() ? [] : [$"{place} is null"];
        }

        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            return choices.EnumerateArray().Any(choice => !Problems(choice, value, place).Any()) ? [] : [$"{place} fits none of {choices.GetArrayLength()} forms"];
        }

        var found = new List<string>();
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            found.Add($"{place} is {value}, which is not listed");
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(type.GetString()!, value))
        {
            found.Add($"{place} is {value.ValueKind} and not {type}");
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            var properties = schema.TryGetProperty("properties", out var known) ? known.EnumerateObject().ToDictionary(one => one.Name, one => one.Value) : [];
            found.AddRange(schema.TryGetProperty("required", out var required)
                ? required.EnumerateArray().Where(one => !value.TryGetProperty(one.GetString()!, out _)).Select(one => $"{place} has no {one}")
                : []);
            found.AddRange(value.EnumerateObject().Where(one => properties.ContainsKey(one.Name)).SelectMany(one => Problems(properties[one.Name], one.Value, $"{place}.{one.Name}")));
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            found.AddRange(value.EnumerateArray().SelectMany(one => Problems(items, one, $"{place}[]")));
        }

        return found;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new InvalidOperationException($"The description has the type {type}, which nothing here checks."),
    };
}
