namespace ModelOps.Sandbox.Subscriptions;

/// <summary>Answer of a test.</summary>
internal sealed record WebhookTestAnswer(WebhookTestResult Result);
