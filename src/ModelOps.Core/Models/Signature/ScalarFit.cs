using System.Globalization;
using System.Text.Json;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Models.Signature;

/// <summary>
/// Whether a JSON value becomes a value of a type in MLflow. In a data frame every column is cast to its type, as by <c>astype</c>: text of a number is a
/// number there, and a fraction is cut. Elsewhere only safe widening is done.
/// </summary>
internal static class ScalarFit
{
    /// <summary>Whether a value fits.</summary>
    /// <param name="value">A value other than null.</param>
    /// <param name="kind">The type.</param>
    /// <param name="isCast">Whether it stands in a data frame.</param>
    public static bool Fits(JsonTree value, ScalarKind kind, bool isCast) => kind switch
    {
        ScalarKind.Integer => FitsWhole(value, int.MinValue, int.MaxValue, isCast),
        ScalarKind.Long => FitsWhole(value, long.MinValue, long.MaxValue, isCast),
        ScalarKind.Boolean => IsBoolean(value) || (isCast && value.Kind == JsonValueKind.Number),
        ScalarKind.Float or ScalarKind.Double => value.Kind == JsonValueKind.Number
            || (isCast && (IsBoolean(value) || (value.Kind == JsonValueKind.String && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))),
        ScalarKind.Binary => value.Kind == JsonValueKind.String && System.Buffers.Text.Base64.IsValid(value.Text),
        ScalarKind.Datetime => FitsDate(value, isCast),
        _ => isCast || value.Kind == JsonValueKind.String,
    };

    /// <summary>Whether a type has no value for what is missing: null or NaN.</summary>
    public static bool NeedsValue(ScalarKind kind) => kind is ScalarKind.Integer or ScalarKind.Long or ScalarKind.Binary;

    /// <summary>Whether MLflow cuts a number to a whole one.</summary>
    public static bool IsCut(JsonTree value, ScalarKind kind) =>
        kind is ScalarKind.Integer or ScalarKind.Long && value.Kind == JsonValueKind.Number && Number(value) is { } number && number != decimal.Truncate(number);

    /// <summary>Whether a number is NaN or infinite.</summary>
    public static bool IsNotFinite(JsonTree value) => value is { Kind: JsonValueKind.Number, Text: "NaN" or "Infinity" or "-Infinity" };

    /// <summary>The whole number that a JSON number is, as 3 or 3.0; null when it is none.</summary>
    public static Int128? Whole(JsonTree value) =>
        value.Kind == JsonValueKind.Number && Number(value) is { } number && number == decimal.Truncate(number) ? (Int128)number : null;

    private static bool FitsWhole(JsonTree value, long least, long most, bool isCast) =>
        Whole(value) is { } whole ? whole >= least && whole <= most
            : isCast && (IsBoolean(value)
                || (value.Kind == JsonValueKind.String && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) && read >= least && read <= most)
                || (value.Kind == JsonValueKind.Number && Number(value) is { } number && number > least && number < most));

    private static bool FitsDate(JsonTree value, bool isCast) => value.Kind == JsonValueKind.String
        ? DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) || (isCast && value.Text.Any(char.IsAsciiDigit))
        : isCast && value.Kind == JsonValueKind.Number;

    private static bool IsBoolean(JsonTree value) => value.Kind is JsonValueKind.True or JsonValueKind.False;

    private static decimal? Number(JsonTree value) =>
        decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
