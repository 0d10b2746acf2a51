namespace ModelOps.Sandbox.Webhooks;

/// <summary>A page of webhooks.</summary>
internal sealed record WebhookListAnswer(IReadOnlyList<WireWebhook>? Webhooks, string? NextPageToken);
