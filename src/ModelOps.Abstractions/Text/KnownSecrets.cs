using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelOps.Abstractions.Text;

/// <summary>Secrets that are known by where they stand or by their form: user and password of a URL, tokens of well-known issuers, lines of password files.</summary>
internal static partial class KnownSecrets
{
    private const string Hidden = "***";
    private const int MinTokenUser = 20;

    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\r\n\"'`");

    /// <summary>The text with every such secret of a URL, and every token, as <c>***</c>.</summary>
    public static string Hide(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return Tokens().Replace(text, Hidden);
        }

        var hidden = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, length) in FindInUrls(text))
        {
            hidden.Append(text, done, start - done).Append(Hidden);
            done = start + length;
        }

        return Tokens().Replace(hidden.Append(text, done, text.Length - done).ToString(), Hidden);
    }

    /// <summary>A line of a file: also the value of <c>password = ...</c> is hidden.</summary>
    public static string HideLine(string line) =>
        PasswordLine().Match(line) is { Success: true } match && !IsPlaceholder(match.Groups["value"].Value)
            ? string.Concat(line.AsSpan(0, match.Groups["value"].Index), Hidden)
            : Hide(line);

    /// <summary>Where the first secret of a URL, or the first token, stands in a text; -1 when there is none.</summary>
    public static int IndexIn(string text)
    {
        var inUrl = FindInUrls(text).Select(found => found.Start).DefaultIfEmpty(-1).First();
        return inUrl >= 0 ? inUrl : Tokens().Match(text) is { Success: true } token ? token.Index : -1;
    }

    /// <summary>Where the value of a line <c>password = ...</c> or <c>password ...</c> stands; -1 when the line is no such line, or names a variable.</summary>
    public static int IndexOfPassword(string line) =>
        PasswordLine().Match(line) is { Success: true } match && !IsPlaceholder(match.Groups["value"].Value) ? match.Groups["value"].Index : -1;

    private static IEnumerable<(int Start, int Length)> FindInUrls(string text)
    {
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0;)
        {
            var start = at + 3;
            var run = text.AsSpan(start);
            var end = run.IndexOfAny(UrlEnds);
            run = end < 0 ? run : run[..end];
            var length = UserLength(run);
            if (length > 0 && IsSecret(run[..length].ToString()))
            {
                yield return (start, length);
                start += length;
            }

            at = text.IndexOf("://", start, StringComparison.Ordinal);
        }
    }

    // A password may have '/', which no URL allows: what has a ':' before it that no port follows is one all the same.
    private static int UserLength(ReadOnlySpan<char> run)
    {
        var slash = run.IndexOf('/');
        var authority = slash < 0 ? run : run[..slash];
        var at = authority.LastIndexOf('@');
        return at >= 0 || slash < 0 || authority.IndexOf(':') is not (var colon and >= 0) || authority[(colon + 1)..].IndexOfAnyExceptInRange('0', '9') < 0
            ? at
            : run.LastIndexOf('@');
    }

    private static bool IsSecret(string user)
    {
        var colon = user.IndexOf(':', StringComparison.Ordinal);
        var (name, password) = colon < 0 ? (user, "") : (user[..colon], user[(colon + 1)..]);
        return (password.Length > 0 && !IsPlaceholder(password)) || IsTokenLike(name);
    }

    // git@, an organisation and a build's user are names; a long mix of letters and digits is a token in the place of one.
    private static bool IsTokenLike(string name) =>
        Tokens().IsMatch(name) || (name.Length >= MinTokenUser && !IsPlaceholder(name) && name.Any(char.IsAsciiDigit) && name.Any(char.IsAsciiLetter));

    private static bool IsPlaceholder(string text) => Placeholders().IsMatch(text.Trim('"', '\''));

    [GeneratedRegex(@"\A(?:(?:\$\{[A-Za-z_][A-Za-z0-9_]*\})+|%[A-Za-z_][A-Za-z0-9_]*%|%\([A-Za-z_][A-Za-z0-9_]*\)s|\{\{.*\}\}|<[^<>]*>|\*+)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholders();

    // Linear without an engine of its own, which takes longer to make than all else of a registration: a run of letters begins at one place, and what
    // follows a run is never part of it.
    [GeneratedRegex(@"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|pypi-AgE[A-Za-z0-9_-]{20,}|dapi[0-9a-f]{32}|hf_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\A\s*(?:machine\s.*\s)?(?:password|passwd|_password|token|_authToken|(?:aws_)?secret_access_key)(?:\s*[=:]\s*|\s+)(?<value>\S.*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PasswordLine();
}
