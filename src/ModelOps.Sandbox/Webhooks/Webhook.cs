namespace ModelOps.Sandbox.Webhooks;

/// <summary>A subscription to events.</summary>
internal sealed record Webhook(string Id, string Name, string Url, IReadOnlyList<WebhookEvent> Events)
{
    public const string Active = "ACTIVE";

    public const string Disabled = "DISABLED";

    public string? Description { get; init; }

    public string Status { get; init; } = Active;

    /// <summary>The secret as it is stored, encrypted; null for none.</summary>
    public string? Secret { get; init; }

    public long? CreatedAt { get; init; }

    public long? UpdatedAt { get; init; }

    public WireWebhook ToWire() => new(
        Id, Name, string.IsNullOrEmpty(Description) ? null : Description, Url, [.. Events.Select(one => one.ToWire())], Status, CreatedAt, UpdatedAt);
}
