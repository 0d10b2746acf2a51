namespace ModelOps.Surfaces.Text;

/// <summary>Writes text into Markdown so that it shows as written.</summary>
internal static class MarkdownText
{
    /// <summary>Text of a paragraph or table cell; code in backticks stays code.</summary>
    public static string Escape(string text) =>
        string.Join('`', text.Split('`').Select((part, index) => index % 2 == 0 ? EscapePlain(part) : EscapePipe(part)));

    /// <summary>An inline code span.</summary>
    public static string Code(string text) => $"`{EscapePipe(text)}`";

    private static string EscapePlain(string text) =>
        EscapePipe(text)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("<", "\\<", StringComparison.Ordinal);

    private static string EscapePipe(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
