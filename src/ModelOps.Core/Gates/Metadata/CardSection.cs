namespace ModelOps.Core.Gates.Metadata;

/// <summary>A section of a Markdown text.</summary>
/// <param name="Heading">Text of the heading without markup.</param>
/// <param name="Level">Level of the heading, from 1 to 6.</param>
/// <param name="HasText">Whether anything but headings and comments stands below it, before the next heading of its level or a higher one.</param>
internal sealed record CardSection(string Heading, int Level, bool HasText);
