using System.Text.RegularExpressions;

namespace ModelOps.Core.MlProject;

/// <summary>Finds a script that a command line carries in itself, such as that of <c>bash -c</c>.</summary>
internal static partial class InlineScript
{
    /// <summary>The script; null when there is none.</summary>
    public static string? Find(IReadOnlyList<string> words) => Enumerable.Range(0, words.Count)
        .Where(at => Interpreter().IsMatch(Path.GetFileName(words[at])))
        .Select(at => FindAfter(words, at + 1))
        .FirstOrDefault(script => script is not null);

    // The first word that is no option ends the interpreter's own: what comes then belongs to a program of its own.
    private static string? FindAfter(IReadOnlyList<string> words, int start)
    {
        for (var at = start; at < words.Count && words[at].Length > 1 && words[at][0] is '-' or '+'; at++)
        {
            if (ScriptOption().Match(words[at]) is { Success: true } option)
            {
                var attached = option.Groups["script"].Value;
                return attached.Length > 0 ? attached : at + 1 < words.Count ? words[at + 1] : null;
            }

            at += OptionWithValue().IsMatch(words[at]) ? 1 : 0;
        }

        return null;
    }

    [GeneratedRegex(@"\A(?:(?:ba|da|z|k|a|fi)?sh|python[0-9.]*|perl|ruby|node|php|R|Rscript|pwsh|powershell)(?:\.exe)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Interpreter();

    [GeneratedRegex(@"\A(?:[-+][A-Za-z]*[oO]|-[WXI])\z")]
    private static partial Regex OptionWithValue();

    [GeneratedRegex(@"\A(?:-[A-Za-z]*[ce](?<script>[^A-Za-z].*)?|--eval(?:=(?<script>.*))?|-command)\z", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ScriptOption();
}
