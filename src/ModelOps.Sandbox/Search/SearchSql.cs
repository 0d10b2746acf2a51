using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;

namespace ModelOps.Sandbox.Search;

/// <summary>A statement that is being put together of constant parts; whatever a caller wrote is a parameter.</summary>
internal sealed class SearchSql
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, object? Value)> _parameters = [];

    public string Text => _text.ToString();

    /// <summary>Values of the parameters.</summary>
    public ReadOnlySpan<(string Name, object? Value)> Parameters => _parameters.ToArray();

    /// <summary>Appends a constant part.</summary>
    public SearchSql Add(string part)
    {
        _text.Append(part);
        return this;
    }

    /// <summary>Makes a parameter.</summary>
    /// <returns>Its name.</returns>
    public string Parameter(object? value)
    {
        var name = "$p" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add((name, value));
        return name;
    }

    /// <summary>A comparison as SQL.</summary>
    /// <param name="column">The column, a constant.</param>
    /// <param name="comparator">A comparator that was checked, in upper case.</param>
    /// <param name="value">What is compared with.</param>
    /// <exception cref="MlflowFault">A list where there is no list to be.</exception>
    public string Compare(string column, string comparator, object? value) => (comparator, value) switch
    {
        ("IN" or "NOT IN", IReadOnlyList<string> list) => $"{column} {comparator} (SELECT value FROM json_each({Parameter(IdList.Of(list))}))",
        (_, IReadOnlyList<string>) or ("IN" or "NOT IN", _) => throw MlflowFault.Invalid($"Invalid value for comparator '{comparator}'"),
        ("LIKE", string pattern) => $"{column} GLOB {Parameter(ToGlob(pattern))}",
        ("ILIKE", string pattern) => $"{column} LIKE {Parameter(pattern)}",
        ("=" or "!=" or "<" or "<=" or ">" or ">=", _) => $"{column} {comparator} {Parameter(value)}",
        _ => throw MlflowFault.Invalid($"Invalid comparator '{comparator}'"),
    };

    // LIKE of SQLite ignores case unless a connection says otherwise; GLOB never does.
    private static string ToGlob(string pattern)
    {
        var glob = new StringBuilder(pattern.Length);
        foreach (var sign in pattern)
        {
            glob.Append(sign switch
            {
                '%' => "*",
                '_' => "?",
                '*' => "[*]",
                '?' => "[?]",
                '[' => "[[]",
                _ => null,
            } ?? sign.ToString());
        }

        return glob.ToString();
    }
}
