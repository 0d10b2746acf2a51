using System.Text.Json.Nodes;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>Holds an input, as JSON of a signature, against those of the champion: by name, else by position.</summary>
internal static class InputMatch
{
    private static readonly Dictionary<string, string> Narrower = new(StringComparer.Ordinal)
    {
        ["double"] = "float", ["float"] = "integer", ["long"] = "integer", ["integer"] = "boolean", ["string"] = "boolean",
        ["float64"] = "float32", ["float32"] = "float16", ["int64"] = "int32", ["int32"] = "int16", ["int16"] = "int8",
    };

    public static string? NameOf(JsonNode input) => input["name"]?.ToString();

    public static bool IsTensor(JsonNode? input) => input?["type"]?.ToString() == "tensor";

    /// <summary>Whether the champion has the input too.</summary>
    public static bool IsKnown(JsonNode input, int index, SignatureSchema champion) => TypeOf(input, index, champion) is not null;

    /// <summary>Narrows the type of an input that is the champion's; false when it is another, or cannot be narrowed.</summary>
    public static bool TryNarrow(JsonNode input, int index, SignatureSchema champion)
    {
        var (holder, key) = IsTensor(input) ? (input["tensor-spec"]!, "dtype") : (input, "type");
        if (TypeOf(input, index, champion) is not { } type || holder[key]?.ToString() != type || !Narrower.TryGetValue(type, out var narrower))
        {
            return false;
        }

        holder[key] = narrower;
        return true;
    }

    // The champion's type as JSON names it; an empty text for one that is not a single word.
    private static string? TypeOf(JsonNode input, int index, SignatureSchema champion)
    {
        var name = NameOf(input);
        if (IsTensor(input))
        {
            return Match(champion.Tensors, tensor => tensor.Name, name, index)?.Dtype;
        }

        return Match(champion.Columns, column => column.Name, name, index) is { } column
            ? column.Type is DataType.Scalar { Kind: var kind } ? kind.ToString().ToLowerInvariant() : ""
            : null;
    }

    private static T? Match<T>(IReadOnlyList<T> items, Func<T, string?> nameOf, string? name, int index)
        where T : class =>
        name is not null ? items.FirstOrDefault(item => nameOf(item) == name)
        : index < items.Count && nameOf(items[index]) is null ? items[index]
        : null;
}
