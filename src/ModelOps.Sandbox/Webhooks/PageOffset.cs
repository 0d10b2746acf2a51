using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>The token of a page: base64 of <c>{"offset": n}</c>, as MLflow's.</summary>
internal static class PageOffset
{
    /// <summary>Where a page starts.</summary>
    /// <exception cref="MlflowFault">The text is no token.</exception>
    public static long Read(string token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(token));
            return json.RootElement.GetProperty("offset").GetInt64() is >= 0 and var offset ? offset : throw Unreadable();
        }
        catch (FormatException)
        {
            throw Unreadable();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw MlflowFault.Invalid("Invalid page token, decoded value is no offset");
        }
    }

    public static string Write(long offset) => Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"offset": {{offset}}}"""));

    private static MlflowFault Unreadable() => MlflowFault.Invalid("Invalid page token, could not base64-decode");
}
