namespace ModelOps.Sandbox.Webhooks;

/// <summary>Answer of a test.</summary>
internal sealed record WebhookTestAnswer(WebhookTestResult Result);
