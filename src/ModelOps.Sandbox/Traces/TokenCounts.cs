using System.Text.Json;

namespace ModelOps.Sandbox.Traces;

/// <summary>Numbers by name, as JSON: how many tokens were used, what they cost.</summary>
internal static class TokenCounts
{
    /// <summary>The numbers of an object, in its order; nothing for a text that is none.</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> Parse(string? json)
    {
        if (json is null)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? []
                :
                [
                    .. document.RootElement.EnumerateObject()
                        .Where(member => member.Value.ValueKind == JsonValueKind.Number)
                        .Select(member => KeyValuePair.Create(member.Name, member.Value.GetDouble())),
                ];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
