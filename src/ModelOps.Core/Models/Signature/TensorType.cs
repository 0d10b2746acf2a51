using System.Text.Json;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Models.Signature;

/// <summary>NumPy's element types, as far as JSON values can be held against them.</summary>
internal static class TensorType
{
    private static readonly Dictionary<string, Func<JsonTree, bool>> Numbers = new(StringComparer.Ordinal)
    {
        ["int8"] = Whole(sbyte.MinValue, sbyte.MaxValue),
        ["int16"] = Whole(short.MinValue, short.MaxValue),
        ["int32"] = Whole(int.MinValue, int.MaxValue),
        ["int64"] = Whole(long.MinValue, long.MaxValue),
        ["uint8"] = Whole(0, byte.MaxValue),
        ["uint16"] = Whole(0, ushort.MaxValue),
        ["uint32"] = Whole(0, uint.MaxValue),
        ["uint64"] = Whole(0, ulong.MaxValue),
    };

    private static readonly string[] Others =
        ["object", "str", "string", "bool", "bytes", "complex64", "complex128", "float16", "float32", "float64", "bfloat16", "float128", "longdouble"];

    /// <summary>Whether NumPy has a type of this name: <c>int64</c>, <c>&lt;U3</c>, <c>datetime64[ns]</c> ...</summary>
    public static bool IsKnown(string dtype) =>
        Numbers.ContainsKey(dtype) || Others.Contains(dtype) || IsText(dtype) || dtype.StartsWith('|')
        || dtype.StartsWith("datetime64", StringComparison.Ordinal) || dtype.StartsWith("timedelta64", StringComparison.Ordinal);

    /// <summary>Whether a JSON value can be an element.</summary>
    public static bool Fits(JsonTree value, string dtype) => dtype switch
    {
        _ when Numbers.TryGetValue(dtype, out var fits) => fits(value),
        _ when dtype.StartsWith("float", StringComparison.Ordinal) || dtype is "bfloat16" or "longdouble" =>
            value.Kind is JsonValueKind.Number or JsonValueKind.Null,
        "bool" => value.Kind is JsonValueKind.True or JsonValueKind.False,
        _ when IsText(dtype) => value.Kind == JsonValueKind.String,
        _ => true,
    };

    private static bool IsText(string dtype) => dtype is "str" or "string" || dtype.StartsWith("<U", StringComparison.Ordinal);

    private static Func<JsonTree, bool> Whole(Int128 least, Int128 most) => value =>
        ScalarFit.Whole(value) is { } number && number >= least && number <= most;
}
