namespace ModelOps.Sandbox.Webhooks;

/// <summary>A webhook as it is answered: never with its secret.</summary>
internal sealed record WireWebhook(
    string WebhookId,
    string Name,
    string? Description,
    string Url,
    IReadOnlyList<WireWebhookEvent> Events,
    string Status,
    long? CreationTimestamp,
    long? LastUpdatedTimestamp);
