namespace ModelOps.Sandbox.Webhooks;

/// <summary>Answer of the calls that concern one webhook.</summary>
internal sealed record WebhookAnswer(WireWebhook Webhook);
