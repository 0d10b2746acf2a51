namespace ModelOps.Core.Hosting.Comments;

/// <summary>Makes the text of a comment, which GitHub bounds.</summary>
internal static class CommentText
{
    /// <summary>Most characters that GitHub takes.</summary>
    public const int MaxLength = 65536;

    private const string Cut = "> This report is longer than a comment may be, and ends before its end: all of it is in the summary of the build.\n\n";
    private const string Opening = "<details>";
    private const string Closing = "</details>";

    /// <summary>Marker and report; a report that is too long ends at a line, and says so at its beginning.</summary>
    public static string Of(string marker, string report)
    {
        var whole = $"{marker}\n{report}";
        if (whole.Length <= MaxLength)
        {
            return whole;
        }

        // What is folded where it ends is closed, which takes room as well: a report nests two levels.
        var room = MaxLength - marker.Length - 1 - Cut.Length - (8 * (Closing.Length + 1));
        var end = report.LastIndexOf('\n', room - 1) + 1;
        end = end > 0 ? end : char.IsHighSurrogate(report[room - 1]) ? room - 1 : room;
        var kept = report[..end];
        var open = Math.Clamp(Count(kept, Opening) - Count(kept, Closing), 0, 8);
        return $"{marker}\n{Cut}{kept}{string.Concat(Enumerable.Repeat($"\n{Closing}", open))}";
    }

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
