using System.Text;
using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Tables;

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
        var parts = Parts(document).ToList();
        var left = new List<string>();
        while (SizeOf(parts) > limit - RoomForNote && parts.Count > 1)
        {
            var least = parts.MinBy(part => part.Importance)!;
            parts.Remove(least);
            left.Add(least.Name);
            if (least.Importance == MarkdownParts.StoppedImportance && FewStopped(document) is { } few)
            {
                parts.Insert(1, few);
            }
        }

        var note = left.Count == 0 ? "" : $"\nLeft out here, for length: {string.Join(", ", left)}. The HTML and JSON reports have all of it.\n";
        return string.Concat(parts.Select(part => part.Text)) + note;
    }

    private static IEnumerable<MarkdownPart> Parts(ReportDocument document) => MarkdownParts.Of(document).Where(part => part.Text.Length > 0);

    private static MarkdownPart? FewStopped(ReportDocument document)
    {
        var stopped = document.Checks.Where(check => check.Status is not (GateStatus.Passed or GateStatus.NotJudged)).ToArray();
        return stopped.Length > FewChecks
            ? new("more checks that did not pass", MarkdownParts.StoppedImportance + 1, $"\n### The first {FewChecks} of {ReportText.Count(stopped.Length)} checks that did not pass\n\n{MarkdownTable.Write(ReportTables.Gates(stopped.Take(FewChecks)))}")
            : null;
    }

    private static int SizeOf(List<MarkdownPart> parts) => parts.Sum(part => Encoding.UTF8.GetByteCount(part.Text));
}
