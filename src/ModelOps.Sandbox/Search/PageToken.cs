using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search;

/// <summary>Where the next page of a search starts, in the form that MLflow's own tokens have.</summary>
internal static class PageToken
{
    /// <summary>A token.</summary>
    public static string Of(long offset) => Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"offset": {{offset}}}"""));

    /// <summary>Reads a token.</summary>
    /// <param name="token">The token; empty for the first page.</param>
    /// <exception cref="MlflowFault">It is none.</exception>
    public static long Read(string token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        var decoded = Decode(token);
        var parsed = Parse(decoded);
        var offset = parsed.ValueKind == JsonValueKind.Object && parsed.TryGetProperty("offset", out var sent) ? sent : default;
        var text = offset.ValueKind is JsonValueKind.Number or JsonValueKind.String ? offset.ToString() : "";
        return text is "" or "0" ? throw MlflowFault.Invalid($"Invalid page token, parsed value={parsed}")
            : long.TryParse(text, out var number) ? number
            : throw MlflowFault.Invalid($"Invalid page token, not stringable {text}");
    }

    /// <summary>Takes base64 apart; signs that it does not have are passed over, as in Python.</summary>
    public static byte[] Decode(string token)
    {
        try
        {
            return Convert.FromBase64String(string.Concat(token.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '+' or '/' or '=')));
        }
        catch (FormatException)
        {
            throw MlflowFault.Invalid("Invalid page token, could not base64-decode");
        }
    }

    private static JsonElement Parse(byte[] decoded)
    {
        try
        {
            return JsonElement.Parse(decoded);
        }
        catch (JsonException)
        {
            throw MlflowFault.Invalid($"Invalid page token, decoded value=b{PythonText.Quote(Encoding.Latin1.GetString(decoded))}");
        }
    }
}
