using System.Globalization;
using System.Text;

namespace ModelOps.Testing;

/// <summary>Characters that a culture-sensitive search passes over.</summary>
public static class Invisible
{
    public static string Remove(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0 && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format));
}
