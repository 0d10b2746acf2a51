using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Scorers;

/// <summary>What a scorer says of itself, as text of a JSON object.</summary>
internal static class SerializedScorer
{
    private const string Gateway = "gateway:/";

    private const string Refusal =
        "Custom scorer registration (using @scorer decorator) is not supported outside of Databricks tracking environments due to security concerns. "
        + "Custom scorers require arbitrary code execution during deserialization.\n\nTo use custom scorers:\n"
        + "1. Configure MLflow to use a Databricks tracking URI, or\n"
        + "2. Manage your custom scorer code in a source code repository (e.g., GitHub) and import it directly, or\n"
        + "3. Use built-in scorers or make_judge() scorers instead.";

    private static readonly string[] WithModel = ["instructions_judge_pydantic_data", "builtin_scorer_pydantic_data"];

    /// <summary>Checks a scorer.</summary>
    /// <returns>Name of the gateway's endpoint that it asks; null when it asks none.</returns>
    /// <exception cref="MlflowFault">It is no JSON, or brings code along.</exception>
    /// <exception cref="InvalidDataException">It is no object: MLflow answers with its page for internal errors.</exception>
    public static string? Check(string text)
    {
        using var document = Parse(text);
        var scorer = document.RootElement;
        if (scorer.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"Expected an object, found {scorer.ValueKind}.");
        }

        if (scorer.TryGetProperty("call_source", out var source) && !Rule.IsAbsent(source))
        {
            throw MlflowFault.Invalid(Refusal);
        }

        return EndpointOf(scorer);
    }

    /// <summary>Whether a scorer that was registered asks a gateway.</summary>
    public static bool AsksGateway(string text)
    {
        using var document = Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Object && EndpointOf(document.RootElement) is not null;
    }

    private static string? EndpointOf(JsonElement scorer) => WithModel
        .Select(part => scorer.TryGetProperty(part, out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("model", out var model)
            && model.ValueKind == JsonValueKind.String && model.GetString()!.StartsWith(Gateway, StringComparison.Ordinal) ? model.GetString()![Gateway.Length..] : null)
        .FirstOrDefault(endpoint => endpoint is not null);

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw MlflowFault.Invalid("serialized_scorer must be valid JSON");
        }
    }
}
