using System.Text.RegularExpressions;

namespace ModelOps.Core.Reporting;

/// <summary>
/// Takes the directories of the machine out of a report, which is read elsewhere: paths below the repository are relative to it, and of others there is the
/// file name.
/// </summary>
/// <param name="root">Directory of the repository; null when there is none.</param>
internal sealed class ReportPaths(string? root)
{
    private readonly string[] _known =
    [
        .. new[] { root, Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
            .OfType<string>().Select(directory => directory.TrimEnd('/', '\\')).Where(directory => directory.Length > 2).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The report without them.</summary>
    public ReleaseReport Clean(ReleaseReport report) => report with
    {
        Title = In(report.Title),
        Facts = [.. report.Facts.Select(fact => fact with { Value = Whole(fact.Value) })],
        Gates = [.. report.Gates.Select(check => check with { Check = In(check.Check), Value = In(check.Value), Limit = In(check.Limit), Previous = In(check.Previous), Message = In(check.Message) })],
        ChampionName = Whole(report.ChampionName),
        Evidence = [.. report.Evidence.Select(fact => fact with { Name = Whole(fact.Name) })],
    };

    // A value that is a path as a whole, wherever it is.
    private string Whole(string text)
    {
        if (!Path.IsPathFullyQualified(text) || text.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            return In(text);
        }

        var below = root is null ? ".." : Path.GetRelativePath(root, text).Replace('\\', '/');
        var name = Path.GetFileName(text.TrimEnd('/', '\\'));
        return !below.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathFullyQualified(below) ? below : name.Length > 0 ? name : text;
    }

    // Within a sentence only known directories are told from other text that has slashes.
    private string In(string text) => _known.Aggregate(text, (line, directory) => line.Contains(directory, StringComparison.Ordinal) ? Cut(line, directory) : line);

    private string Cut(string text, string directory) => directory == root?.TrimEnd('/', '\\')
        ? Regex.Replace(text, $@"(?<!\w)(?:file://)?{Regex.Escape(directory)}(?:[/\\]|(?![\w.-]))", match => match.Value[^1] is '/' or '\\' ? "" : Path.GetFileName(directory))
        : Regex.Replace(text, $@"(?<!\w)(?:file://)?{Regex.Escape(directory)}(?:[/\\][^\s'""()<>,;:]*|(?![\w.-]))", match => Path.GetFileName(match.Value.TrimEnd('/', '\\')));
}
