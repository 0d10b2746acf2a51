namespace ModelOps.Sandbox.Webhooks;

/// <summary>An event as it is answered.</summary>
internal sealed record WireWebhookEvent(string Entity, string Action);
