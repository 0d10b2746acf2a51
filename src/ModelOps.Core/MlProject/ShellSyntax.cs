namespace ModelOps.Core.MlProject;

/// <summary>Finds what a POSIX shell would not take literally in a command line, beyond quotes and backslashes.</summary>
internal static class ShellSyntax
{
    private const string Operators = "|&;<>()";
    private const string Expanding = "{(_?@*#$!-";

    /// <summary>The first such thing, for a message; null when there is none.</summary>
    public static string? Find(string text)
    {
        var quote = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quote != '\'' && letter == '\\')
            {
                at++;
            }
            else if (letter == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && letter is '\'' or '"')
            {
                quote = letter;
            }
            else if (quote != '\'' && FindExpansion(text, at) is { } expansion)
            {
                return expansion;
            }
            else if (quote == '\0' && FindUnquoted(text, at) is { } unquoted)
            {
                return unquoted;
            }
        }

        return IsAssignment(text) ? "a variable assignment" : null;
    }

    private static string? FindExpansion(string text, int at) => text[at] switch
    {
        '`' => "a backquote",
        '$' when at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]) || Expanding.Contains(text[at + 1], StringComparison.Ordinal)) => "a '$'",
        _ => null,
    };

    private static string? FindUnquoted(string text, int at)
    {
        var startsWord = at == 0 || char.IsWhiteSpace(text[at - 1]);
        return text[at] switch
        {
            '\n' or '\r' => "several lines",
            '*' or '?' => $"the wildcard '{text[at]}'",
            '~' or '#' when startsWord => $"a '{text[at]}'",
            var letter when Operators.Contains(letter, StringComparison.Ordinal) => $"a '{letter}'",
            _ => null,
        };
    }

    private static bool IsAssignment(string text)
    {
        var length = text.TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_').Count();
        return length > 0 && length < text.Length && text[length] == '=' && !char.IsAsciiDigit(text[0]);
    }
}
