using System.Text;

namespace ModelOps.Sandbox.Search;

/// <summary>Words of a text in the manner of a shell: quotes hold spaces, and go.</summary>
internal static class ShellWords
{
    /// <summary>The words; null when a quote is never closed.</summary>
    public static List<string>? Split(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char? quote = null;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            var isEscape = sign == '\\' && quote != '\'' && i + 1 < text.Length && (quote is null || text[i + 1] is '"' or '\\');
            if (isEscape)
            {
                (word ??= new()).Append(text[++i]);
            }
            else if (sign == quote)
            {
                quote = null;
            }
            else if (quote is null && sign is '\'' or '"')
            {
                quote = sign;
                word ??= new();
            }
            else if (quote is null && char.IsWhiteSpace(sign))
            {
                words.AddRange(word is null ? [] : [word.ToString()]);
                word = null;
            }
            else
            {
                (word ??= new()).Append(sign);
            }
        }

        words.AddRange(word is null ? [] : [word.ToString()]);
        return quote is null ? words : null;
    }
}
