using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Numbers in the JSON form of protocol buffers.</summary>
internal static class JsonNumbers
{
    /// <summary>A whole number, also as text or with a fraction of zero; null for anything else.</summary>
    public static object? ReadInteger(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt64(out var number) => number,
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) < long.MaxValue => (long)number,
        JsonValueKind.String when long.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A number, also as text; null for anything else.</summary>
    public static object? ReadNumber(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            { } text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => null,
        },
        _ => null,
    };
}
