using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Subscriptions;

/// <summary>JSON of the answers about webhooks.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookAnswer))]
[JsonSerializable(typeof(WebhookListAnswer))]
[JsonSerializable(typeof(WebhookTestAnswer))]
internal sealed partial class WebhookJson : JsonSerializerContext;
