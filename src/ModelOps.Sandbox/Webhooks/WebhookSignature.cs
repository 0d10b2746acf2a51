using System.Security.Cryptography;
using System.Text;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>Signs a delivery, so that its receiver knows who sent it, and when.</summary>
internal static class WebhookSignature
{
    /// <summary>The signature's header value.</summary>
    public static string Of(string secret, string deliveryId, string timestamp, string payload) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{deliveryId}.{timestamp}.{payload}")));
}
