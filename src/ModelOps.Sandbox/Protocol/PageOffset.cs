using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Page tokens that say how many values came before: JSON in base 64, as MLflow makes them.</summary>
internal static class PageOffset
{
    /// <summary>A token.</summary>
    public static string Format(long offset) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"offset\": {offset}}}")));

    /// <summary>Reads a token; an empty one is the beginning.</summary>
    /// <exception cref="MlflowFault">It is no token.</exception>
    public static long Parse(string token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        var json = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, json, out var length))
        {
            throw MlflowFault.Invalid("Invalid page token, could not base64-decode");
        }

        try
        {
            using var parsed = JsonDocument.Parse(json.AsMemory(0, length));
            if (parsed.RootElement.ValueKind == JsonValueKind.Object
                && parsed.RootElement.TryGetProperty("offset", out var offset)
                && offset.ValueKind == JsonValueKind.Number
                && offset.TryGetInt64(out var number)
                && number >= 0)
            {
                return number;
            }
        }
        catch (JsonException)
        {
            throw MlflowFault.Invalid($"Invalid page token, decoded value=b{PythonText.Quote(Encoding.Latin1.GetString(json, 0, length))}");
        }

        throw MlflowFault.Invalid($"Invalid page token, parsed value={Encoding.UTF8.GetString(json, 0, length)}");
    }
}
