namespace ModelOps.Sandbox.Issues;

/// <summary>One issue.</summary>
internal sealed record IssueAnswer(WireIssue Issue);
