using System.Text;

namespace ModelOps.Mlflow;

/// <summary>
/// Builds filters of MLflow's search calls. There is no escape syntax: what cannot be quoted is left for the client to filter.
/// </summary>
internal static class SearchFilter
{
    /// <summary>A comparison with a text; null when the text cannot be written.</summary>
    /// <param name="identifier">What is compared, as the grammar writes it.</param>
    /// <param name="value">The text.</param>
    public static string? Equal(string identifier, string value)
    {
        var hasApostrophe = value.Contains('\'', StringComparison.Ordinal);
        if (value.Any(letter => char.IsControl(letter) || letter == '\\') || (hasApostrophe && value.Contains('"', StringComparison.Ordinal)))
        {
            return null;
        }

        return hasApostrophe ? $"{identifier} = \"{value}\"" : $"{identifier} = '{value}'";
    }

    /// <summary>A comparison with a tag's value; null when key or value cannot be written.</summary>
    public static string? Tag(string key, string value) =>
        key.Any(letter => char.IsControl(letter) || letter is '`' or '\\') ? null : Equal($"tags.`{key}`", value);

    /// <summary>A comparison with a text that finds it, and may find more where the text cannot be written.</summary>
    public static string Near(string identifier, string value) => Equal(identifier, value) ?? $"{identifier} LIKE '{Pattern(value)}'";

    /// <summary>A comparison with the beginning of a text, which may find more: the grammar has wildcards, and they cannot be escaped.</summary>
    public static string StartsWith(string identifier, string prefix) => $"{identifier} LIKE '{Pattern(prefix)}%'";

    /// <summary>Whether there is a tag; null when the key cannot be written.</summary>
    public static string? HasTag(string key) => Tag(key, "") is null ? null : $"tags.`{key}` LIKE '%'";

    /// <summary>All comparisons that can be written; null when there is none.</summary>
    public static string? And(params string?[] comparisons) =>
        comparisons.OfType<string>().ToArray() is { Length: > 0 } known ? string.Join(" AND ", known) : null;

    // A wildcard for one character stands for each that cannot be written, or that a server which reads the pattern as a regular expression takes for
    // more than itself (mlflow/utils/search_utils.py escapes none).
    private static string Pattern(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '%' ? rune.ToString() : "_"));
}
