using System.Text;
using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Reporting.Markdown;

/// <summary>A report in Markdown, for comments on pull requests and summaries of runs, within a limit.</summary>
internal static class MarkdownReport
{
    /// <summary>GitHub's limit of a comment.</summary>
    public const int CommentLimit = 65_536;

    /// <summary>GitHub's limit of a step's summary.</summary>
    public const int SummaryLimit = 1024 * 1024;

    // Rows that are kept of checks that stopped the release, when not all fit.
    private const int FewChecks = 20;
    private const int RoomForNote = 600;

    /// <summary>Writes a report.</summary>
    /// <param name="document">The report.</param>
    /// <param name="limit">Bytes of UTF-8 at most, and so letters too; 4 KiB or more.</param>
    public static string Write(ReportDocument document, int limit)
    {
        var parts = MarkdownParts.Of(document).Where(part => part.Text.Length > 0).ToList();
        var left = new List<string>();
        Shorten(parts, document, limit / 2, left);
        while (SizeOf(parts) > limit - RoomForNote && parts.Count > 1)
        {
            var least = parts.MinBy(part => part.Importance)!;
            parts.Remove(least);
            left.Add(least.Name);
        }

        var note = left.Count == 0 ? "" : $"\nLeft out here, for length: {string.Join(", ", left)}. The HTML and JSON reports have all of it.\n";
        return string.Concat(parts.Select(part => part.Text)) + note;
    }

    // A table of failed checks that takes all the room would push out the comparison and the metrics: then its first rows do.
    private static void Shorten(List<MarkdownPart> parts, ReportDocument document, int limit, List<string> left)
    {
        var place = parts.FindIndex(part => part.Importance == MarkdownParts.StoppedImportance);
        if (place >= 0 && document.Checks.Count(check => check.IsStopping) > FewChecks && SizeOf([parts[place]]) > limit)
        {
            left.Add("the other checks that did not pass");
            parts[place] = parts[place] with { Text = MarkdownHead.Stopped(document, FewChecks) };
        }
    }

    private static int SizeOf(List<MarkdownPart> parts) => parts.Sum(part => Encoding.UTF8.GetByteCount(part.Text));
}
