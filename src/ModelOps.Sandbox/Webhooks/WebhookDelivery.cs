using System.Text.Json.Nodes;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>An event that a webhook is to be told.</summary>
/// <param name="Webhook">Whom.</param>
/// <param name="Event">What happened.</param>
/// <param name="Data">To what.</param>
internal sealed record WebhookDelivery(Webhook Webhook, WebhookEvent Event, JsonObject Data);
