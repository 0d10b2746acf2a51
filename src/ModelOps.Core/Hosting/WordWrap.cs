using System.Text;

namespace ModelOps.Core.Hosting;

/// <summary>Lines of a width, broken between words only.</summary>
internal static class WordWrap
{
    /// <summary>The lines of a text; a word that is longer than a line is whole, or cut.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">Columns of a line.</param>
    /// <param name="cutsWords">Whether a word that is longer than a line is cut.</param>
    public static IReadOnlyList<string> Lines(string text, int width, bool cutsWords = false)
    {
        if (text.Length <= width && DisplayWidth.Of(text) <= width)
        {
            return [text];
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var shown = cutsWords ? DisplayWidth.Cut(word, width) : word;
            var columns = DisplayWidth.Of(shown);
            if (used > 0 && used + 1 + columns > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            line.Append(used > 0 ? " " : "").Append(shown);
            used += columns + (used > 0 ? 1 : 0);
        }

        return [.. lines, line.ToString()];
    }

    /// <summary>The same, with the lines after the first one indented.</summary>
    public static IReadOnlyList<string> Hanging(string text, int width, int indent)
    {
        var lines = Lines(text, width);
        return lines.Count == 1 ? lines : [lines[0], .. Lines(string.Join(' ', lines.Skip(1)), width - indent).Select(line => new string(' ', indent) + line)];
    }
}
