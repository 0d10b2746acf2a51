namespace ModelOps.Sandbox.Issues;

/// <summary>Issues that were found; null where an empty list is not sent. The token is sent on the last page too.</summary>
internal sealed record IssuePage(IReadOnlyList<WireIssue>? Issues, string NextPageToken);
