using System.Text;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Processes;

/// <summary>A command line as people write it: quotes and backslashes as in a POSIX shell, nothing else of a shell.</summary>
internal static partial class CommandText
{
    private const string Operators = "|&;<>()";

    /// <summary>Splits a command line into a program and its arguments.</summary>
    /// <param name="text">The command line.</param>
    /// <param name="words">Program and arguments; empty when there is a problem.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the command; empty when nothing is.</param>
    /// <returns>Whether the text is a command line.</returns>
    public static bool TrySplit(string text, out IReadOnlyList<string> words, out string problem)
    {
        var found = new List<string>();
        problem = Split(text, found) ?? (found.Count == 0 || found[0].Length == 0 ? "names no program" : "");
        words = problem.Length == 0 ? found : [];
        return problem.Length == 0;
    }

    /// <summary>Words as a command line, quoted where a shell needs it: what is shown can be run by hand.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>Names of the placeholders <c>{name}</c> in words.</summary>
    public static IEnumerable<string> Placeholders(IEnumerable<string> words) =>
        words.SelectMany(word => Placeholder().Matches(word)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    /// <summary>Fills placeholders: a value stays within its word, whatever it holds. One without a value stays as it is.</summary>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> values) =>
        [.. words.Select(word => Placeholder().Replace(word, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value)))];

    private static string Quote(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string? Split(string text, List<string> words)
    {
        StringBuilder? word = null;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is ' ' or '\t' or '\n' or '\r')
            {
                Close(ref word, words);
            }
            else if (letter == '\0' || Operators.Contains(letter, StringComparison.Ordinal))
            {
                return letter == '\0'
                    ? "holds a null character"
                    : $"has '{letter}', which only a shell understands: quote it, or run a shell (sh -c '…')";
            }
            else if (!(letter is '\'' or '"' ? ReadQuoted(text, ref at, word ??= new()) : ReadPlain(text, ref at, ref word)))
            {
                return letter == '\\' ? "ends in a backslash" : $"has a quote {letter} that is not closed";
            }
        }

        Close(ref word, words);
        return null;
    }

    private static void Close(ref StringBuilder? word, List<string> words)
    {
        if (word is not null)
        {
            words.Add(word.ToString());
            word = null;
        }
    }

    private static bool ReadPlain(string text, ref int at, ref StringBuilder? word)
    {
        if (text[at] != '\\')
        {
            (word ??= new()).Append(text[at]);
            return true;
        }

        at++;
        if (at < text.Length && text[at] != '\n')
        {
            (word ??= new()).Append(text[at]);
        }

        return at < text.Length;
    }

    // Between double quotes a backslash stands for itself unless one of four characters or a line end follows.
    private static bool ReadQuoted(string text, ref int at, StringBuilder word)
    {
        var quote = text[at];
        for (at++; at < text.Length && text[at] != quote; at++)
        {
            var isEscape = quote == '"' && text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '$' or '`' or '"' or '\\' or '\n';
            at += isEscape ? 1 : 0;
            if (!isEscape || text[at] != '\n')
            {
                word.Append(text[at]);
            }
        }

        return at < text.Length;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_@%+=:,./-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_-]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
