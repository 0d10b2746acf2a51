using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>Answers of a server with one value of them replaced by another.</summary>
internal static class ExtremeValues
{
    /// <summary>JSON of the values that stand in for others.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "0", "-1", "-5", "1.5", "4611686018427387904", "-4611686018427387904", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e400", "1e9",
        "1700000000000000000", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"\"", "\"4611686018427387904\"", "\"-5\"", "null", "true", "[]", "{}", "[null]", "[[]]", "\"\\ud800\"", "\"\\u0000\"",
        "\"../../x\"", "\"a/b\"", "\"2147483648\"",
    ];

    /// <summary>The answer with every value of it replaced by every other, one at a time.</summary>
    public static IEnumerable<string> Of(string json)
    {
        var count = Leaves(JsonNode.Parse(json)!).Count();
        for (var index = 0; index < count; index++)
        {
            foreach (var value in All)
            {
                var document = JsonNode.Parse(json)!;
                const string Mark = "\u0001here\u0001";
                Replace(Leaves(document).ElementAt(index), Mark);
                yield return document.ToJsonString().Replace(JsonSerializer.Serialize(Mark), value, StringComparison.Ordinal);
            }
        }
    }

    private static void Replace(JsonNode node, string mark)
    {
        if (node.Parent is JsonObject parent)
        {
            parent[node.GetPropertyName()] = mark;
        }
        else if (node.Parent is JsonArray list)
        {
            list[node.GetElementIndex()] = mark;
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value!).SelectMany(value => Leaves(value).Append(value)),
        JsonArray items => items.SelectMany(item => Leaves(item!).Append(item!)),
        _ => [],
    };
}
