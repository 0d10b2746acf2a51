using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Subscriptions;

/// <summary>Answer of the calls that concern one webhook.</summary>
internal sealed record WebhookAnswer(WireWebhook Webhook);
