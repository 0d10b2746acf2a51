using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>What MLflow's own Python client asked a real server, from setting an experiment to deleting a model, with the answers.</summary>
internal static class ClientTrace
{
    public static IReadOnlyList<CapturedCase> Load(string release, string file = "client-trace") =>
    [
        .. File.ReadLines(Path.Combine(TestFiles.Root, "tests", "Wire", release, file + ".jsonl"))
            .Select(line => JsonNode.Parse(line)!)
            .Select(call => new CapturedCase(
                "client", (int)call["seq"]!, $"{call["request"]!["method"]} {call["request"]!["path"]}", Request(call["request"]!), Response(call["response"]!)))
            .OrderBy(one => one.Sequence),
    ];

    // Of files that are no JSON the trace keeps the length alone.
    private static JsonElement Request(JsonNode request)
    {
        if (request["bytes"] is { } length && request["base64"] is null)
        {
            request["text"] = new string('x', (int)length);
            request.AsObject().Remove("bytes");
        }

        if (request["content_type"] is { } type)
        {
            request["headers"]!["Content-Type"] = type.DeepClone();
        }

        return JsonSerializer.SerializeToElement(request);
    }

    private static JsonElement Response(JsonNode response)
    {
        if (response["bytes"] is { } length && response["base64"] is null && (string?)response["content_type"] != "text/html; charset=utf-8")
        {
            response["text"] = new string('x', (int)length);
        }

        response["headers"] = new JsonObject();
        return JsonSerializer.SerializeToElement(response);
    }
}
