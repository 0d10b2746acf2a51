using System.Text;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Lists of quoted text in parentheses, in which a backslash escapes as in Python.</summary>
internal static class TextList
{
    private const string While = "While parsing a list in the query, expected ";

    /// <summary>Reads a list.</summary>
    /// <param name="list">The list with its parentheses.</param>
    /// <exception cref="MlflowFault">It is no list of text.</exception>
    public static List<string> Read(string list)
    {
        var items = new List<string>();
        var at = 1;
        var isExpected = true;
        while (at < list.Length - 1)
        {
            if (list[at] is '\'' or '"')
            {
                items.Add(ReadText(list, ref at));
                items = isExpected ? items : throw IllFormed();
                isExpected = false;
            }
            else if (list[at] == ',' && !isExpected)
            {
                isExpected = true;
                at++;
            }
            else if (char.IsWhiteSpace(list[at]))
            {
                at++;
            }
            else
            {
                throw char.IsAsciiDigit(list[at]) || list[at] == '-'
                    ? MlflowFault.Invalid($"{While}string value, punctuation, or whitespace, but got different type in list: {list}")
                    : IllFormed();
            }
        }

        return items.Count > 0 ? items : throw MlflowFault.Invalid($"{While}a non-empty list of string values, but got empty list");
    }

    private static string ReadText(string list, ref int at)
    {
        var quote = list[at++];
        var text = new StringBuilder();
        while (at < list.Length - 1 && list[at] != quote)
        {
            if (list[at] != '\\')
            {
                text.Append(list[at++]);
                continue;
            }

            var next = list[at + 1];
            at += 2;
            text.Append(next switch
            {
                'n' => "\n",
                't' => "\t",
                'r' => "\r",
                '\\' or '\'' or '"' => next.ToString(),
                _ => "\\" + next,
            });
        }

        at++;
        return at <= list.Length - 1 ? text.ToString() : throw IllFormed();
    }

    private static MlflowFault IllFormed() => MlflowFault.Invalid($"{While}a non-empty list of string values, but got ill-formed list.");
}
