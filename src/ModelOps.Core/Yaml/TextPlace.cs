using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Yaml;

/// <summary>Converts between an index into a text and its line and column, both counted from 1.</summary>
internal static class TextPlace
{
    /// <summary>Line and column of an index; <c>\n</c>, <c>\r\n</c> and <c>\r</c> end a line.</summary>
    public static SourceSpan Of(string text, int index, string file)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < index && i < text.Length; i++)
        {
            if (EndsLine(text, i))
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return new(file, line, index - start + 1);
    }

    /// <summary>Index of a line and column; null when the text has no such place.</summary>
    public static int? OffsetOf(string text, int line, int column)
    {
        var index = 0;
        for (var current = 1; current < line; index++)
        {
            if (index >= text.Length)
            {
                return null;
            }

            current += EndsLine(text, index) ? 1 : 0;
        }

        return index + column - 1 <= text.Length ? index + column - 1 : null;
    }

    private static bool EndsLine(string text, int index) =>
        text[index] == '\n' || (text[index] == '\r' && !(index + 1 < text.Length && text[index + 1] == '\n'));
}
