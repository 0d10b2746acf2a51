using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>
/// One check of a parameter as it was sent, before it became part of a message. Source: the schemas in mlflow/server/handlers.py.
/// </summary>
/// <param name="Check">Returns null when the value passes, an empty text for the general message, or a message of its own.</param>
/// <param name="IsType">Whether the check is of the type alone, and not needed when the message could be read.</param>
internal sealed record Rule(Func<JsonElement?, string?> Check, bool IsType = false)
{
    private const string General = "";

    public static readonly Rule Required = new(value => IsAbsent(value) ? General : null);

    public static readonly Rule String = OfType(value => value.ValueKind == JsonValueKind.String);

    public static readonly Rule Integer = OfType(IsIntegerLike);

    public static readonly Rule Number = OfType(IsNumberLike);

    public static readonly Rule Flag = OfType(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False);

    public static readonly Rule List = OfType(value => value.ValueKind == JsonValueKind.Array);

    public static readonly Rule ListOfStrings = OfType(
        value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String));

    /// <summary>At most a number; other kinds of values pass.</summary>
    /// <param name="limit">The number.</param>
    /// <param name="message">What is said; null for the general message.</param>
    public static Rule AtMost(long limit, string? message = null) =>
        new(value => AsNumber(value) > limit ? message ?? General : null);

    /// <summary>Within a range, ends included; other kinds of values pass.</summary>
    public static Rule Between(long least, long limit, string? message = null) =>
        new(value => AsNumber(value) is { } number && (number < least || number > limit) ? message ?? General : null);

    /// <summary>Whether nothing was sent, or an empty text, which is the same in a message.</summary>
    public static bool IsAbsent(JsonElement? value) =>
        value is not { } sent || sent.ValueKind == JsonValueKind.Null || (sent.ValueKind == JsonValueKind.String && sent.GetString()!.Length == 0);

    private static Rule OfType(Func<JsonElement, bool> isRight) =>
        new(value => value is { } sent && isRight(sent) ? null : General, IsType: true);

    private static bool IsIntegerLike(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        || (value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out _));

    private static bool IsNumberLike(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number
        || (value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static double? AsNumber(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
