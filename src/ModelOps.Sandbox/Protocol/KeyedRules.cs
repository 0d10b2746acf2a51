using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Checks of lists of tags.</summary>
internal static class KeyedRules
{
    /// <summary>A list whose items all have a key; not settled by reading the message.</summary>
    public static readonly Rule List = new(value =>
        value is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(HasKey) ? null : "");

    private static bool HasKey(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("key", out _);
}
