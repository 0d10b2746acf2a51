using System.Globalization;
using System.Text;

namespace ModelOps.MSBuild;

/// <summary>Text as MSBuild reads it.</summary>
internal static class MSBuildText
{
    // The characters that MSBuild itself escapes: expressions, lists, wildcards and its quote.
    private const string Special = "%*?@$();'";

    /// <summary>Writes text from outside so that it stays data: no expression, no list, no wildcard.</summary>
    /// <remarks>The constructor and the metadata setter of <c>TaskItem</c> take escaped text.</remarks>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('%').Append(((int)letter).ToString("x2", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }
}
