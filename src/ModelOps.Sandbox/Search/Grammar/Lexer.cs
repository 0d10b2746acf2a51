namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Cuts a filter into tokens the way that sqlparse, which MLflow reads filters with, does; spaces are left out.</summary>
internal sealed class Lexer(string text)
{
    private readonly List<Piece> _tokens = [];
    private int _at;
    private bool _hasNoCommentEnd;

    /// <summary>All tokens.</summary>
    public List<Piece> Read()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
                continue;
            }

            var (kind, end) = ReadComment() ?? ReadQuoted() ?? Numbers.Read(text, _at) ?? ReadWord() ?? ReadSigns();
            _tokens.Add(new(kind, text, _at, end));
            _at = end;
        }

        return _tokens;
    }

    private (PieceKind Kind, int End)? ReadComment()
    {
        if (Has("--") || Has("# "))
        {
            var end = text.AsSpan(_at).IndexOfAny('\r', '\n');
            return (PieceKind.Other, end < 0 ? text.Length : _at + end);
        }

        if (_hasNoCommentEnd || !Has("/*"))
        {
            return null;
        }

        // Where one comment has no end, none after it has: nobody looks through the whole rest for each.
        var close = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        _hasNoCommentEnd = close < 0;
        return close < 0 ? null : (PieceKind.Other, close + 2);
    }

    private (PieceKind Kind, int End)? ReadQuoted()
    {
        PieceKind? kind = text[_at] switch
        {
            '`' => PieceKind.Name,
            '"' => PieceKind.QuotedName,
            '\'' => PieceKind.Text,
            _ => null,
        };
        return kind is { } found && Quotes.End(text, _at) is { } end ? (found, end) : null;
    }

    private (PieceKind Kind, int End)? ReadWord()
    {
        if (!IsWordSign(text[_at]))
        {
            return null;
        }

        var end = EndOfWord(_at);
        var word = text[_at..end];
        if (_at > 0 && text[_at - 1] == '.')
        {
            return (PieceKind.Name, end);
        }

        if (!Words.IsNeverName(word) && char.IsLetter(word[0]) && (text.AsSpan(end).TrimStart() is ['.', ..] || text.AsSpan(end) is ['(', ..]))
        {
            return (PieceKind.Name, end);
        }

        if (word.Equals("NOT", StringComparison.OrdinalIgnoreCase) && ReadAfterNot(end) is { } joined)
        {
            return joined;
        }

        return (Words.IsComparator(word) ? PieceKind.Comparator : Words.IsKeyword(word) ? PieceKind.Keyword : PieceKind.Name, end);
    }

    // NOT LIKE and NOT NULL are one token each.
    private (PieceKind Kind, int End)? ReadAfterNot(int end)
    {
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var endOfNext = EndOfWord(next);
        var word = text[next..endOfNext];
        return next == end ? null
            : Words.IsComparator(word) ? (PieceKind.Comparator, endOfNext)
            : word.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? (PieceKind.Keyword, endOfNext)
            : null;
    }

    private (PieceKind Kind, int End) ReadSigns()
    {
        const string Comparators = "<>=~!";
        const string Operators = "+/@#%^&|-*";
        var sign = text[_at];
        return ";:()[],.".Contains(sign, StringComparison.Ordinal) ? (PieceKind.Punctuation, _at + 1)
            : Comparators.Contains(sign, StringComparison.Ordinal) ? (PieceKind.Comparator, EndOf(Comparators))
            : Operators.Contains(sign, StringComparison.Ordinal) ? (PieceKind.Operator, sign is '-' or '*' ? _at + 1 : EndOf(Operators))
            : (PieceKind.Other, _at + (char.IsSurrogatePair(text, _at) ? 2 : 1));
    }

    private int EndOf(string signs)
    {
        var length = text.AsSpan(_at).IndexOfAnyExcept(signs);
        return length < 0 ? text.Length : _at + length;
    }

    private int EndOfWord(int start)
    {
        var end = start;
        while (end < text.Length && (IsWordSign(text[end]) || (end > start && text[end] is '$' or '#')))
        {
            end++;
        }

        return end;
    }

    private static bool IsWordSign(char sign) => char.IsLetterOrDigit(sign) || sign == '_';

    private bool Has(string start) => string.CompareOrdinal(text, _at, start, 0, start.Length) == 0;
}
