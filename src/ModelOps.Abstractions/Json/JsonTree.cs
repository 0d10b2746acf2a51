using System.Text.Json;

namespace ModelOps.Abstractions.Json;

/// <summary>A JSON value that knows its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Bytes before it in the UTF-8 text.</param>
internal sealed record JsonTree(JsonValueKind Kind, int Offset)
{
    private static readonly OrderedDictionary<string, JsonTree> NoProperties = [];

    /// <summary>Text of a string, digits of a number; empty for all else.</summary>
    public string Text { get; init; } = "";

    /// <summary>Items of an array.</summary>
    public IReadOnlyList<JsonTree> Items { get; init; } = [];

    /// <summary>Properties of an object, in order.</summary>
    public OrderedDictionary<string, JsonTree> Properties { get; init; } = NoProperties;

    /// <summary>A property; null when it is absent or null.</summary>
    public JsonTree? Find(string name) =>
        Properties.TryGetValue(name, out var value) && value.Kind != JsonValueKind.Null ? value : null;

    /// <summary>What it is, for a message.</summary>
    public string Describe() => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{(Text.Length <= 40 ? Text : Text[..40] + "...")}\"",
        JsonValueKind.Number => $"the number {Text}",
        JsonValueKind.Null => "null",
        _ => Kind == JsonValueKind.True ? "true" : "false",
    };
}
