using System.Text;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Gates.Metadata;

/// <summary>Finds the sections of a model card: ATX and setext headings as in CommonMark 0.31, outside of fenced code, comments and front matter.</summary>
internal sealed partial class CardReader
{
    private const int MaxHeading = 1000;

    // What a line begins with that is more than text.
    private const string Marks = "#`~=-*_";

    private readonly List<(string Heading, int Level, bool HasText)> _sections = [];
    private readonly StringBuilder _paragraph = new();
    private string? _fence;
    private bool _isComment;

    private CardReader()
    {
    }

    public static IReadOnlyList<CardSection> Read(string text)
    {
        var reader = new CardReader();
        foreach (var line in SkipFrontMatter(text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')))
        {
            reader.ReadLine(line);
        }

        reader.CloseParagraph();
        return [.. reader._sections.Select((section, index) => new CardSection(section.Heading, section.Level, reader.HasText(index)))];
    }

    // Model cards of hubs begin with YAML between two lines of hyphens, which would read as a heading.
    private static IEnumerable<string> SkipFrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        return lines.Skip(end + 1);
    }

    private void ReadLine(string line)
    {
        if (_fence is not null)
        {
            var closing = Fence().Match(line);
            var closes = closing.Success && closing.Groups["rest"].Value.Trim().Length == 0 && closing.Groups["mark"].Value.StartsWith(_fence, StringComparison.Ordinal);
            _fence = closes ? null : _fence;
            AddText(closes ? "" : line);
            return;
        }

        var visible = WithoutComments(line);
        if (visible.AsSpan().TrimStart() is [var first, ..] && !Marks.Contains(first, StringComparison.Ordinal))
        {
            AddToParagraph(visible);
        }
        else if (Fence().Match(visible) is { Success: true } opening)
        {
            CloseParagraph();
            _fence = opening.Groups["mark"].Value;
        }
        else if (Atx().Match(visible) is { Success: true } heading)
        {
            CloseParagraph();
            AddHeading(heading.Groups["text"].Value, heading.Groups["mark"].Length);
        }
        else if (Setext().Match(visible) is { Success: true } underline && _paragraph.Length > 0)
        {
            AddHeading(_paragraph.ToString(), underline.Groups["mark"].Value[0] == '=' ? 1 : 2);
            _paragraph.Clear();
        }
        else if (visible.Trim().Length == 0 || Rule().IsMatch(visible))
        {
            CloseParagraph();
        }
        else
        {
            AddToParagraph(visible);
        }
    }

    private void AddToParagraph(string line) => _paragraph.Append(' ').Append(line.Trim());

    private string WithoutComments(string line)
    {
        var visible = new StringBuilder();
        for (var at = 0; at < line.Length;)
        {
            var mark = _isComment ? "-->" : "<!--";
            var found = line.IndexOf(mark, at, StringComparison.Ordinal);
            var end = found < 0 ? line.Length : found;
            visible.Append(line, at, _isComment ? 0 : end - at);
            _isComment = found < 0 ? _isComment : !_isComment;
            at = found < 0 ? line.Length : found + mark.Length;
        }

        return visible.ToString();
    }

    private void CloseParagraph()
    {
        AddText(_paragraph.ToString());
        _paragraph.Clear();
    }

    private void AddText(string text)
    {
        if (_sections.Count > 0 && text.Trim().Length > 0)
        {
            _sections[^1] = _sections[^1] with { HasText = true };
        }
    }

    private void AddHeading(string text, int level) => _sections.Add((Plain(text[..Math.Min(text.Length, MaxHeading)]), level, false));

    private bool HasText(int index) =>
        _sections[index].HasText || _sections.Skip(index + 1).TakeWhile(below => below.Level > _sections[index].Level).Any(below => below.HasText);

    /// <summary>A heading without emphasis, code marks, links and the colon some put behind it.</summary>
    public static string Plain(string heading) =>
        Space().Replace(Link().Replace(heading, "${text}").Replace("*", "", StringComparison.Ordinal).Replace("_", " ", StringComparison.Ordinal)
            .Replace("`", "", StringComparison.Ordinal), " ").Trim().TrimEnd(':').TrimEnd();

    [GeneratedRegex(@"\A {0,3}(?<mark>`{3,}|~{3,})(?<rest>.*)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A {0,3}(?<mark>#{1,6})(?:[ \t]+(?<text>.*?))??(?:[ \t]+#+)?[ \t]*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Atx();

    [GeneratedRegex(@"\A {0,3}(?<mark>=+|-+)[ \t]*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Setext();

    [GeneratedRegex(@"\A {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
