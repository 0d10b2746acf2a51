namespace ModelOps.Sandbox.Webhooks;

/// <summary>What a receiver said at last.</summary>
internal sealed record WebhookReply(int Status, string Body);
