namespace ModelOps.Core.Reporting.Markdown;

/// <summary>A part of a report in Markdown.</summary>
/// <param name="Name">What it is, for the note on what was left out.</param>
/// <param name="Importance">The parts of the lowest importance are left out first.</param>
/// <param name="Text">Its Markdown, ending with a line break.</param>
internal sealed record MarkdownPart(string Name, int Importance, string Text);
