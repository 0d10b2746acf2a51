namespace ModelOps.Sandbox.Subscriptions;

/// <summary>How a test went.</summary>
internal sealed record WebhookTestResult(bool Success, int? ResponseStatus = null, string? ResponseBody = null, string? ErrorMessage = null);
