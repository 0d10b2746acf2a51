namespace ModelOps.Core.Verbs.Validate;

/// <summary>Where the reports of a validation are.</summary>
/// <param name="Html">Report as one HTML file.</param>
/// <param name="Markdown">Report as Markdown.</param>
/// <param name="Json">Report as JSON.</param>
internal sealed record ReportFiles(string Html, string Markdown, string Json);
