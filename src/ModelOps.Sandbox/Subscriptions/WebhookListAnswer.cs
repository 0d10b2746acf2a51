using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Subscriptions;

/// <summary>A page of webhooks.</summary>
internal sealed record WebhookListAnswer(IReadOnlyList<WireWebhook>? Webhooks, string? NextPageToken);
