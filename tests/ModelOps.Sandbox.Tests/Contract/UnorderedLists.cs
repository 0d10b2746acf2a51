using System.Text.Json;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>Lists that servers send in no order of their own: tags and the like, and what was made at the same time.</summary>
internal static class UnorderedLists
{
    /// <summary>The items of a list, in an order of ours where it has none.</summary>
    public static IEnumerable<JsonElement> InOrder(JsonElement list)
    {
        var items = list.EnumerateArray().ToList();
        if (items.Exists(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("digest", out _) && item.TryGetProperty("experiment_id", out _)))
        {
            return items.OrderBy(item => JsonSerializer.Serialize(item), StringComparer.Ordinal);
        }

        if (items.Exists(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("dataset_record_id", out _)))
        {
            return items.OrderBy(item => item.GetProperty("inputs").GetRawText(), StringComparer.Ordinal);
        }

        var isKeyed = items.Count > 0 && items.TrueForAll(item => item.ValueKind == JsonValueKind.Object && (item.TryGetProperty("key", out _) || item.TryGetProperty("alias", out _)));
        return isKeyed && !items.Exists(item => item.TryGetProperty("step", out _))
            ? items.OrderBy(item => item.TryGetProperty("key", out var key) ? key.GetString() : item.GetProperty("alias").GetString(), StringComparer.Ordinal)
            : items;
    }
}
